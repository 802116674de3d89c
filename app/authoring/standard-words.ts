import type { PackageStructure } from "#app/library/package-structure.ts";
import type { I18n } from "#app/platform/i18n.tsx";

/** "SCORM 2004, 3rd edition" */
export function standardWords(t: I18n["t"], structure: NamedStandard): string {
  switch (structure.standard) {
    case "scorm-1.2":
      return t("authoring.standard_scorm_12");
    case "scorm-2004":
      return t(editions[structure.edition ?? "4th"]);
    case "h5p":
      return t("authoring.standard_h5p");
    case "cmi5":
      return t("authoring.standard_cmi5");
  }
}

/** What of a structure says its standard. */
export type NamedStandard = {
  standard: PackageStructure["standard"];
  edition?: Extract<PackageStructure, { standard: "scorm-2004" }>["edition"];
};

const editions = {
  "2nd": "authoring.standard_scorm_2004_2nd",
  "3rd": "authoring.standard_scorm_2004_3rd",
  "4th": "authoring.standard_scorm_2004_4th",
} as const;
