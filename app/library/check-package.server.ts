import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename } from "node:path";

import { readCmi5Package } from "./cmi5-package.ts";
import { contentTypeOf } from "./content-types.ts";
import { refuseForeign, refuseManifest } from "./foreign-package.ts";
import { readH5pPackage } from "./h5p-package.ts";
import { openArchive } from "./package-archive.server.ts";
import { openFolder } from "./package-folder.server.ts";
import { type PackageRefusal, PackageRefusedError } from "./package-refusal.ts";
import { filesOf, type PackageSource, type SourceFile, type SourceFiles } from "./package-source.ts";
import type { PackageFileEntry, PackageFinding, PackageStructure } from "./package-structure.ts";
import { scormEdition } from "./scorm-edition.ts";
import { readScormPackage } from "./scorm-package.ts";
import { readXml } from "./xml-document.ts";

export type CheckedPackage = {
  structure: PackageStructure;
  findings: PackageFinding[];
  files: PackageFileEntry[];
  /** SHA-256 over names and content: equal for a folder and an archive of it. */
  sha256: string;
};

export type CheckOutcome<T = CheckedPackage> = T | { refusal: PackageRefusal };

/**
 * Reads a package, an archive or a folder, from end to end: what it is, what was forgiven, every file with its
 * checksum. Nothing is written.
 */
export function checkPackage(path: string, fileName = basename(path)): Promise<CheckOutcome> {
  return withCheckedPackage(path, fileName, (checked) => Promise.resolve(checked));
}

/** Checks a package and, when it is not refused, hands it on while its source is still open. */
export async function withCheckedPackage<T>(
  path: string,
  fileName: string,
  work: (checked: CheckedPackage, source: PackageSource) => Promise<T>,
): Promise<CheckOutcome<T>> {
  try {
    const isFolder = (await stat(path)).isDirectory();
    const source = await (isFolder ? openFolder(path, fileName) : openArchive(path, fileName));
    try {
      return await work(await checkSource(source), source);
    } finally {
      await source.close();
    }
  } catch (error) {
    if (error instanceof PackageRefusedError) return { refusal: error.refusal };
    throw error;
  }
}

async function checkSource(source: PackageSource): Promise<CheckedPackage> {
  const findings = [...source.findings];
  const structure = await readStructure(source, findings);
  const files: PackageFileEntry[] = [];
  for (const file of source.files) files.push(await entryOf(file));
  const sum = createHash("sha256");
  for (const { path, sha256 } of files) sum.update(`${path}\0${sha256}\n`);
  return { structure, findings, files, sha256: sum.digest("hex") };
}

async function readStructure(source: PackageSource, findings: PackageFinding[]): Promise<PackageStructure> {
  const files = filesOf(source);
  const { fileName } = source;
  const manifest = description(files, "imsmanifest.xml", findings);
  if (manifest) {
    const document = await readXml(manifest, findings);
    const edition = scormEdition(document, findings) ?? refuseManifest(document);
    return readScormPackage(document.root, edition, files, fileName, findings);
  }
  const h5p = description(files, "h5p.json", findings);
  if (h5p) return readH5pPackage(h5p, files, fileName, findings);
  const cmi5 = description(files, "cmi5.xml", findings);
  if (cmi5) return readCmi5Package((await readXml(cmi5, findings)).root, files, fileName, findings);
  return refuseForeign(files);
}

function description(files: SourceFiles, name: string, findings: PackageFinding[]): SourceFile | undefined {
  const file = files.find(name);
  if (file && file.path !== name) {
    findings.push({
      kind: "forgiven",
      key: "packages.forgivenManifestName",
      values: { name: file.path, expected: name },
    });
  }
  return file;
}

async function entryOf(file: SourceFile): Promise<PackageFileEntry> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of file.read()) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { path: file.path, sha256: hash.digest("hex"), bytes, contentType: contentTypeOf(file.path) };
}
