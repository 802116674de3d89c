import { z } from "zod";

import { keepsState } from "./h5p-memory.ts";
import { refuse, someOf } from "./package-refusal.ts";
import { readJson, type SourceFile, type SourceFiles } from "./package-source.ts";
import type { PackageFinding, PackageStructure } from "./package-structure.ts";

/** Files of an H5P package as they are read here; versions are numbers or, by hand, numbers in quotes. */

const dependency = z.object({
  machineName: z.string().regex(/^[A-Za-z0-9._-]+$/),
  majorVersion: z.coerce.number().int(),
  minorVersion: z.coerce.number().int(),
});
const dependencies = z.array(dependency).default([]);
const files = z.array(z.object({ path: z.string() })).default([]);

const languageTag = z
  .string()
  .regex(/^[A-Za-z0-9-]*$/)
  .optional()
  .catch(undefined);

const h5pJson = z.object({
  // What the database cannot hold in a text is left out.
  title: z
    .string()
    .default("")
    .transform((title) => title.replace(/[\p{Cc}\p{Cs}]/gu, "").trim()),
  language: languageTag,
  defaultLanguage: languageTag,
  mainLibrary: z.string().optional(),
  preloadedDependencies: dependencies,
});

const libraryJson = dependency.extend({
  title: z.string().optional().catch(undefined),
  /** 1 for what can be content by itself. */
  runnable: z.coerce.number().catch(0),
  preloadedDependencies: dependencies,
  preloadedJs: files,
  preloadedCss: files,
});

type Dependency = z.infer<typeof dependency>;
type Library = z.infer<typeof libraryJson>;
type H5pStructure = Extract<PackageStructure, { standard: "h5p" }>;

/**
 * What h5p.json says, with every library that is loaded for it, directly or by another library. Refuses a package
 * that lacks its content, a library or a library's files: the player would show an empty box.
 */
export async function readH5pPackage(
  description: SourceFile,
  source: SourceFiles,
  fileName: string,
  findings: PackageFinding[],
): Promise<H5pStructure> {
  const parsed = h5pJson.safeParse(await readJson(description));
  if (!parsed.success) refuse("packages.refusedJson", { file: description.path });
  const { title, language, defaultLanguage, mainLibrary, preloadedDependencies } = parsed.data;
  const content = source.get("content/content.json");
  if (!content) refuse("packages.refusedH5pContent");
  const words = JSON.stringify(await readJson(content));
  const main = preloadedDependencies.find(({ machineName }) => machineName === mainLibrary);
  if (!main) refuse("packages.refusedH5pMainLibrary");
  const libraries = await loadedLibraries(preloadedDependencies, source);
  const used = [...libraries.values()].filter(
    (library) => nameOf(library) === nameOf(main) || words.includes(`"library":"${nameOf(library)}"`),
  );
  await warnOfForgetful(used, source, findings);
  const spoken = language === "und" ? defaultLanguage : (language ?? defaultLanguage);
  return {
    standard: "h5p",
    title: title || fileName.replace(/\.[^.]+$/, ""),
    language: spoken && spoken !== "und" ? spoken : null,
    mainLibrary: nameOf(main),
    libraries: [...libraries.keys()].sort(),
  };
}

/** Content types that begin anew each time they are opened. */
async function warnOfForgetful(used: Library[], source: SourceFiles, findings: PackageFinding[]) {
  const names: string[] = [];
  for (const library of used) {
    const scripts = pathsOf(library, library.preloadedJs).flatMap((path) => source.find(path) ?? []);
    if (library.runnable === 1 && !(await keepsState(scripts))) names.push(library.title ?? nameOf(library));
  }
  if (names.length > 0) {
    findings.push({ kind: "warning", key: "packages.warningH5pState", values: someOf(names) });
  }
}

/** By name and version. */
async function loadedLibraries(wanted: Dependency[], source: SourceFiles): Promise<Map<string, Library>> {
  const seen = new Set<string>();
  const libraries = new Map<string, Library>();
  const missing: string[] = [];
  const missingFiles: string[] = [];
  const queue = [...wanted];
  for (let library = queue.shift(); library; library = queue.shift()) {
    if (seen.has(nameOf(library))) continue;
    seen.add(nameOf(library));
    const description = source.get(`${folderOf(library)}/library.json`);
    if (!description) {
      refuseMisplaced(library, source);
      missing.push(nameOf(library));
      continue;
    }
    const parsed = libraryJson.safeParse(await readJson(description));
    if (!parsed.success) refuse("packages.refusedJson", { file: description.path });
    const { preloadedJs, preloadedCss, preloadedDependencies } = parsed.data;
    libraries.set(nameOf(library), parsed.data);
    const named = pathsOf(library, [...preloadedJs, ...preloadedCss]);
    missingFiles.push(...named.filter((path) => !source.find(path)));
    queue.push(...preloadedDependencies);
  }
  if (missing.length > 0) refuse("packages.refusedH5pLibraries", someOf(missing));
  if (missingFiles.length > 0) refuse("packages.refusedH5pFiles", someOf(missingFiles));
  return libraries;
}

function pathsOf(library: Dependency, files: { path: string }[]): string[] {
  return files.map(({ path }) => `${folderOf(library)}/${path.replace(/^\.\//, "")}`);
}

/** The player looks for "H5P.Name-1.2"; some exports leave the version out. */
function refuseMisplaced(library: Dependency, source: SourceFiles) {
  if (source.get(`${library.machineName}/library.json`)) {
    refuse("packages.refusedH5pFolder", {
      name: nameOf(library),
      folder: library.machineName,
      expected: folderOf(library),
    });
  }
}

function nameOf({ machineName, majorVersion, minorVersion }: Dependency): string {
  return `${machineName} ${majorVersion}.${minorVersion}`;
}

function folderOf({ machineName, majorVersion, minorVersion }: Dependency): string {
  return `${machineName}-${majorVersion}.${minorVersion}`;
}
