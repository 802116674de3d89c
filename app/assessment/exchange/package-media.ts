import { posix } from "node:path";

import { contentTypeOf } from "#app/library/content-types.ts";
import { bytesOf, type SourceFile, type SourceFiles } from "#app/library/package-source.ts";

import { maxMediaBytes } from "./exchange-limits.ts";
import { dataFile, type FoundFile, isMedium, type MediaFinder } from "./media-intake.ts";

/** Common Cartridge and Canvas: the place of the package's own files. */
const fileBase = /^\$IMS[-_]CC[-_]FILE_?BASE\$\/?/i;

/** Finds what an item's texts name: beside the item, in the package, or, when one file only ends so, anywhere. */
export function packageFinder(files: SourceFiles, itemPath: string): MediaFinder {
  const folder = posix.dirname(itemPath);
  return (address) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return dataFile(address);
    const named = decoded(address.split(/[?#]/, 1)[0] ?? "").replace(fileBase, "");
    if (named === "" || !isMedium(named)) return null;
    const places = [posix.join(folder, named), named, `web_resources/${named}`].map((path) =>
      posix.normalize(path),
    );
    const file = places.map((path) => files.find(path)).find(Boolean) ?? onlyEnding(files, named);
    return file && file.bytes <= maxMediaBytes ? foundFile(file) : null;
  };
}

function onlyEnding(files: SourceFiles, named: string): SourceFile | undefined {
  const ending = `/${named.replace(/^(\.\.?\/)+/, "")}`;
  const matching = files.list.filter(({ path }) => `/${path}`.endsWith(ending));
  return matching.length === 1 ? matching[0] : undefined;
}

function foundFile(file: SourceFile): FoundFile {
  return {
    path: file.path,
    contentType: contentTypeOf(file.path),
    read: () => bytesOf(file),
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
