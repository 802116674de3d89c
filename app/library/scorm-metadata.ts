import { joinAddress, locate } from "./package-address.ts";
import { PackageRefusedError } from "./package-refusal.ts";
import type { SourceFiles } from "./package-source.ts";
import type { PackageAbout, PackageFinding } from "./package-structure.ts";
import {
  childNamed,
  childrenNamed,
  childText,
  everyElement,
  readXml,
  type XmlElement,
} from "./xml-document.ts";

/** What IEEE LOM metadata says of a manifest, in it or in a file that it names (adlcp:location). */
export async function readAbout(
  manifest: XmlElement,
  files: SourceFiles,
  findings: PackageFinding[],
): Promise<{ title: string | null; about: PackageAbout | undefined }> {
  const metadata = childNamed(manifest, "metadata");
  const general = metadata && (generalOf(metadata) ?? (await externalGeneral(metadata, files, findings)));
  if (!general) return { title: null, about: undefined };
  const description = spoken(childNamed(general, "description"));
  const language = childText(general, "language");
  const keywords = childrenNamed(general, "keyword").flatMap((keyword) => spoken(keyword) ?? []);
  const isEmpty = description === null && language === null && keywords.length === 0;
  return {
    title: spoken(childNamed(general, "title")),
    about: isEmpty ? undefined : { description, language, keywords },
  };
}

function generalOf(metadata: XmlElement): XmlElement | undefined {
  return everyElement(metadata).find(({ name }) => name.toLowerCase() === "general");
}

async function externalGeneral(metadata: XmlElement, files: SourceFiles, findings: PackageFinding[]) {
  const location = childText(metadata, "location");
  if (location === null) return undefined;
  const { file } = locate(files, joinAddress("", location.replaceAll("\\", "/")));
  try {
    if (file) return generalOf((await readXml(file, findings)).root);
  } catch (error) {
    if (!(error instanceof PackageRefusedError)) throw error;
  }
  findings.push({ kind: "warning", key: "packages.warningMetadata", values: { file: location } });
  return undefined;
}

/** The text of a LOM LangString (`langstring` in 1.2, `string` later); the first language of several. */
function spoken(element: XmlElement | undefined): string | null {
  if (!element) return null;
  const inner = everyElement(element).find(({ text }) => text.trim() !== "");
  return inner?.text.replace(/\s+/g, " ").trim() || null;
}
