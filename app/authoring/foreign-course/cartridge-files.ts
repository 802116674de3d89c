import { posix } from "node:path";

import type { MediaFinder } from "#app/assessment/exchange/media-intake.ts";
import { packageFinder } from "#app/assessment/exchange/package-media.ts";
import { bytesOf, type SourceFile, type SourceFiles } from "#app/library/package-source.ts";

import type { Resource } from "./cartridge-manifest.ts";
import { isShownPicture } from "./course-media.ts";
import type { Resolve, Target } from "./foreign-course.ts";
import type { PartsLedger } from "./parts-ledger.ts";

/** The files of a cartridge, which of its parts each is, and what the addresses in its texts mean. */
export class CartridgeFiles {
  private readonly files: SourceFiles;
  private readonly parts: Map<string, string>;
  private readonly pages: Map<string, string>;
  private readonly resources: Map<string, string>;

  /** `partOf`: the id of a resource's part. */
  constructor(files: SourceFiles, resources: Resource[], partOf: (resource: Resource) => string) {
    this.files = files;
    const contents = resources.filter(({ kind }) => kind === "content");
    this.parts = new Map(
      contents.toReversed().flatMap((resource) => {
        const path = this.find(resource.main)?.path;
        return path ? [[path, partOf(resource)] as const] : [];
      }),
    );
    this.pages = new Map([...this.parts].filter(([path]) => isWebPage(path)));
    this.resources = new Map(resources.map((resource) => [resource.id, partOf(resource)]));
  }

  /** Names in manifests are written as addresses, or as they are. */
  find(path: string | null): SourceFile | undefined {
    if (path === null) return undefined;
    return this.files.find(path) ?? this.files.find(decoded(path));
  }

  /** The part that a file is; its own one where it is no resource's main file. */
  partIdOf(path: string): string {
    return this.parts.get(path) ?? `file:${path}`;
  }

  /** For the texts of a page that lies at `path`. */
  resolver(path: string): Resolve {
    return (address) => this.target(decoded(address), posix.dirname(path));
  }

  /** For questions of a file that lies at `path`: pictures only, which count as used once they are read. */
  finder(path: string, ledger: PartsLedger): MediaFinder {
    const find = packageFinder(this.files, path);
    return (address) => {
      const found = find(decoded(address));
      if (!found || !/^image\/(png|jpeg|webp)$/.test(found.contentType)) return null;
      const file = this.files.get(found.path);
      if (!file) return found;
      const read = async () => {
        const bytes = await bytesOf(file);
        if (isShownPicture(bytes)) ledger.take(this.partIdOf(file.path));
        return bytes;
      };
      return { ...found, read };
    };
  }

  private target(address: string, folder: string): Target | null {
    const [, canvas] = /^\$CANVAS_(?:OBJECT|COURSE)_REFERENCE\$\/(.+)$/.exec(address) ?? [];
    if (canvas) {
      const partId = this.resources.get(canvas.split(/[/?#]/)[1] ?? "");
      return partId ? { kind: "piece", partId } : null;
    }
    if (/^[a-z][a-z\d+.-]*:/i.test(address)) return null;
    const [named = ""] = address.split(/[?#]/, 1);
    const wiki = /^\$WIKI_REFERENCE\$\/(?:pages|wiki)\/(.+)$/.exec(named)?.[1];
    const plain = named.replace(/^\$IMS[-_]CC[-_]FILE_?BASE\$\/?/i, "").replace(/^\//, "");
    if (plain === "") return null;
    const places = wiki
      ? [`wiki_content/${wiki}.html`, `wiki_content/${wiki}`]
      : [posix.join(folder, plain), plain, `web_resources/${plain.replace(/^(\.\.\/)+/, "")}`];
    const file = places.map((place) => this.files.find(posix.normalize(place))).find(Boolean);
    if (!file) return null;
    const page = this.pages.get(file.path);
    return page ? { kind: "piece", partId: page } : { kind: "file", partId: this.partIdOf(file.path), file };
  }
}

export function isWebPage(path: string): boolean {
  return /\.x?html?$/i.test(path);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
