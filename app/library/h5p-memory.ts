import type { SourceFile } from "./package-source.ts";

/** How the content types of H5P give their state, or keep something beside it. */
const signs = ["getCurrentState", "setUserData"];
const longestSign = Math.max(...signs.map(({ length }) => length));

/**
 * Whether the scripts of a content type keep anything of what a learner did in it. Nobody else can: the player saves
 * and gives back what the content type answers for `getCurrentState`.
 */
export async function keepsState(scripts: SourceFile[]): Promise<boolean> {
  for (const script of scripts) {
    let end = "";
    for await (const chunk of script.read()) {
      const text = end + chunk.toString("latin1");
      if (signs.some((sign) => text.includes(sign))) return true;
      end = text.slice(1 - longestSign);
    }
  }
  return false;
}
