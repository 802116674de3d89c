import { diffLines } from "diff";

/** A stretch of two texts side by side: lines that both have, or what stands in the one and in the other. */
export type Stretch = { same: string } | { mine: string; theirs: string };

/** Lines of what is the same that are shown around a difference. */
const context = 1;

/** Two texts compared by lines; of long passages that are the same only their ends are kept. */
export function compared(mine: string, theirs: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { value, added, removed } of diffLines(mine, theirs)) {
    const last = stretches.at(-1);
    if (!added && !removed) stretches.push({ same: shortened(value) });
    else if (removed) stretches.push({ mine: value, theirs: "" });
    else if (last && "mine" in last) last.theirs += value;
    else stretches.push({ mine: "", theirs: value });
  }
  return stretches;
}

function shortened(text: string): string {
  const lines = text.replace(/\n$/, "").split("\n");
  const least = 2 * context + 1;
  if (lines.filter((line) => line.trim()).length <= least) return lines.join("\n");
  const kept = lines.filter((line) => line.trim());
  return [...kept.slice(0, context), "…", ...kept.slice(-context)].join("\n");
}
