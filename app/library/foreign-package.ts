import { refuse, someOf } from "./package-refusal.ts";
import type { SourceFile, SourceFiles } from "./package-source.ts";
import { attribute, childNamed, childrenNamed, childText, type XmlDocument } from "./xml-document.ts";

/** Refuses an archive without a manifest we play, saying what it is. */
export async function refuseForeign({ list, find }: SourceFiles): Promise<never> {
  const has = (pattern: RegExp) => list.some(({ path }) => pattern.test(path));
  if (has(/(^|\/)[^/]+\.(au|crs|cst)$/i)) refuse("packages.refusedAicc");
  if (find("tincan.xml")) refuse("packages.refusedTinCan");
  const archives = list.map(({ path }) => path).filter((path) => /\.(zip|h5p|imscc)$/i.test(path));
  if (archives.length > 0 && archives.length === list.length) {
    refuse("packages.refusedNested", someOf(archives));
  }
  const [firstXml] = list.filter(({ path }) => /\.xml$/i.test(path));
  if (firstXml && /questestinterop|assessmentItem|imsqti/.test(await headOf(firstXml))) {
    refuse("packages.refusedQti");
  }
  if (has(/\.x?html?$/i)) refuse("packages.refusedWebsite");
  refuse("packages.refusedUnknown");
}

async function headOf(file: SourceFile): Promise<string> {
  for await (const chunk of file.read()) return chunk.toString("latin1");
  return "";
}

/** Refuses an IMS manifest without SCORM, saying what it is. */
export function refuseManifest({ root, namespaces }: XmlDocument): never {
  const metadata = childNamed(root, "metadata");
  const schema = (metadata && childText(metadata, "schema")) ?? "";
  const uses = (pattern: RegExp) => pattern.test(schema) || [...namespaces].some((uri) => pattern.test(uri));
  if (uses(/imscc|common cartridge/i)) refuse("packages.refusedCartridge");
  const resources = childNamed(root, "resources");
  const types = (resources ? childrenNamed(resources, "resource") : []).map(
    (resource) => attribute(resource, "type") ?? "",
  );
  if (types.some((type) => /imsqti|qti/i.test(type)) || uses(/qti/i)) refuse("packages.refusedQti");
  refuse("packages.refusedContentPackage");
}
