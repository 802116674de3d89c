import type { Fields } from "#app/platform/form-fields.ts";

const prefix = "by-";

export const versionField = (questionId: string) => prefix + questionId;

/** The versions chosen in a form or an address: `by-<question>` is a version, empty to leave it as it is. */
export function chosenVersions(fields: Fields): [questionId: string, versionId: string][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith(prefix) && typeof value === "string" && value !== ""
      ? [[name.slice(prefix.length), value] as [string, string]]
      : [],
  );
}
