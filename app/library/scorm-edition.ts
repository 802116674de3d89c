import type { PackageFinding } from "./package-structure.ts";
import { childNamed, childText, everyElement, type XmlDocument } from "./xml-document.ts";

export type ScormEdition = "1.2" | "2nd" | "3rd" | "4th";

const names: Record<ScormEdition, string> = {
  "1.2": "SCORM 1.2",
  "2nd": "SCORM 2004 2nd Edition",
  "3rd": "SCORM 2004 3rd Edition",
  "4th": "SCORM 2004 4th Edition",
};

/**
 * Which edition a manifest follows: by its schemaversion, in many spellings, else by the namespaces it uses. Null for
 * an IMS manifest without SCORM.
 */
export function scormEdition(document: XmlDocument, findings: PackageFinding[]): ScormEdition | null {
  const metadata = childNamed(document.root, "metadata");
  const given = metadata ? childText(metadata, "schemaversion") : null;
  const bySchema = isScormSchema(metadata && childText(metadata, "schema")) ? editionCalled(given) : null;
  const byNamespace = editionUsed(document);
  // Some tools write 1.2 into manifests of 2004 and the other way round; the namespace decides what is in there.
  const isContradiction =
    bySchema !== null && byNamespace !== null && (bySchema === "1.2") !== (byNamespace === "1.2");
  if (bySchema !== null && !isContradiction) return bySchema;
  if (byNamespace !== null) {
    findings.push({
      kind: "forgiven",
      key: "packages.forgivenVersion",
      values: { given: given ?? "none", edition: names[byNamespace] },
    });
  }
  return byNamespace;
}

function isScormSchema(schema: string | null | undefined) {
  return !schema || /scorm|adl/i.test(schema);
}

function editionCalled(given: string | null): ScormEdition | null {
  const version = given?.toLowerCase().replace(/\s+/g, " ") ?? "";
  if (/4th|fourth|2004 ?(v|ed\.?|edition)? ?4/.test(version)) return "4th";
  if (/3rd|third|2004 ?(v|ed\.?|edition)? ?3/.test(version)) return "3rd";
  if (/2nd|second|cam ?1\.3|^(scorm )?1\.3/.test(version)) return "2nd";
  if (/^(adl )?(scorm )?(v|version )?1\.[12]\b/.test(version)) return "1.2";
  return null;
}

function editionUsed({ root, namespaces }: XmlDocument): ScormEdition | null {
  const uses = (part: RegExp) => [...namespaces].some((uri) => part.test(uri));
  if (uses(/adl_?cp_rootv1p[12]/i)) return "1.2";
  const elements = everyElement(root);
  const isLater =
    uses(/adlcp_v1p3/i) || elements.some(({ family }) => ["imsss", "adlseq", "adlnav"].includes(family));
  if (isLater) return elements.some(isOfFourthEdition) ? "4th" : "3rd";
  return elements.some(({ attributes }) => attributes.has("scormtype")) ? "1.2" : null;
}

/** Elements and attributes that only the 4th edition has. */
function isOfFourthEdition({
  name,
  family,
  attributes,
}: {
  name: string;
  family: string;
  attributes: ReadonlyMap<string, string>;
}) {
  return (
    (name === "objectives" && family === "adlseq") ||
    (name === "data" && family === "adlcp") ||
    (name === "completionThreshold" && attributes.has("completedbymeasure"))
  );
}
