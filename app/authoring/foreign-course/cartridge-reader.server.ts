import { element } from "#app/assessment/exchange/html-nodes.ts";
import type { ReadSettings } from "#app/assessment/exchange/exchange.ts";
import { treeOfHtml } from "#app/assessment/exchange/rich-text.ts";
import type { SourceFiles } from "#app/library/package-source.ts";

import type { Item, Manifest } from "./cartridge-manifest.ts";
import { CartridgeResources } from "./cartridge-resources.server.ts";
import type { CourseModule, GivenTitles, Piece, ReadCourse, SourcePart } from "./foreign-course.ts";
import { summaryOf, words } from "./html-text.ts";
import type { PartsLedger } from "./parts-ledger.ts";

/** Reads a Common Cartridge: what its organization lists, in that order, then what only its resources hold. */
export async function readCartridge(
  manifest: Manifest,
  files: SourceFiles,
  ledger: PartsLedger,
  { settings, titles }: { settings: ReadSettings; titles: GivenTitles },
): Promise<ReadCourse> {
  const resources = new CartridgeResources(manifest.resources, files, { ledger, settings });
  const reader = new CartridgeReader(manifest, resources, ledger);
  const title = manifest.title ?? titles.title;
  const modules = await reader.modules(title);
  const { pieces, banks } = await resources.unlisted();
  resources.recogniseStrays(files);
  return {
    kind: "common-cartridge",
    version: manifest.version,
    title,
    summary: manifest.description ? summaryOf(treeOfHtml(manifest.description.slice(0, 5000))) : "",
    language: manifest.language,
    modules: [...modules, { part: null, title: titles.further, pieces }],
    banks,
  };
}

class CartridgeReader {
  private readonly manifest: Manifest;
  private readonly resources: CartridgeResources;
  private readonly ledger: PartsLedger;

  constructor(manifest: Manifest, resources: CartridgeResources, ledger: PartsLedger) {
    this.manifest = manifest;
    this.resources = resources;
    this.ledger = ledger;
  }

  async modules(title: string): Promise<CourseModule[]> {
    const modules: CourseModule[] = [];
    const into = async (items: Item[], module: CourseModule) => {
      let current = module;
      modules.push(current);
      for (const item of items) {
        if (item.children.length === 0) {
          current.pieces.push(...(await this.piecesOf(item)));
          continue;
        }
        const inner = { part: this.itemPart(item, "module"), title: item.title || title, pieces: [] };
        if (item.ref) (inner as CourseModule).pieces.push(...(await this.piecesOf(item)));
        await into(item.children, inner);
        current = { part: null, title: module.title, pieces: [] };
        modules.push(current);
      }
    };
    await into(this.manifest.items, { part: null, title, pieces: [] });
    return modules.filter(({ part, pieces }) => part !== null || pieces.length > 0);
  }

  private async piecesOf(item: Item): Promise<Piece[]> {
    if (!item.ref) {
      const part = this.itemPart(item, "page");
      const heading = element("h2", [{ type: "text", value: item.title }]);
      return [{ kind: "text", part, text: words(item.title ? [heading] : []), isLoose: true }];
    }
    const resource = this.resources.find(item.ref);
    if (!resource) {
      this.ledger.leave(this.itemPart(item, "other").id, "authoring.foreignLeftMissing");
      return [];
    }
    if (this.resources.isUsed(resource)) {
      this.ledger.leave(this.itemPart(item, "other").id, "authoring.foreignLeftTwice");
      return [];
    }
    return this.resources.pieces(resource, item.title);
  }

  private itemPart(item: Item, kind: SourcePart["kind"]): SourcePart {
    return this.ledger.recognise(`item:${item.place}`, item.title, kind);
  }
}
