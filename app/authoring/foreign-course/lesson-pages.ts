import { element } from "#app/assessment/exchange/html-nodes.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import { plainTextOf } from "#app/assessment/exchange/rich-text.ts";

import { charactersOfAPage, leastOfAPage } from "./foreign-limits.ts";

export type CutPage = { title: string; blocks: HtmlNode[] };

/**
 * A text as pages: one when it is short; else cut at its highest headings, parts that are too short joined with the one
 * before, and what has no headings cut between paragraphs.
 */
export function cutPages(title: string, blocks: HtmlNode[]): CutPage[] {
  const [first, ...others] = blocks;
  const own = first && levelOf(first) && wordsOf(first) === plainWords(title) ? others : blocks;
  if (lengthOf(own) <= charactersOfAPage) return [{ title, blocks: own }];
  const level = Math.max(2, Math.min(6, ...own.flatMap((block) => levelOf(block) ?? [])));
  const pages: CutPage[] = [{ title, blocks: [] }];
  for (const section of sectionsOf(own, level)) {
    const last = pages.at(-1) as CutPage;
    const together = lengthOf(last.blocks) + lengthOf(section);
    const isShort = lengthOf(section) < leastOfAPage && together <= charactersOfAPage;
    const [heading, ...rest] = section;
    if (lengthOf(last.blocks) < leastOfAPage || isShort || !heading || !levelOf(heading)) {
      last.blocks.push(...section);
    } else {
      pages.push({ title: wordsOf(heading), blocks: rest });
    }
  }
  return pages.flatMap(cutByLength);
}

function sectionsOf(blocks: HtmlNode[], level: number): HtmlNode[][] {
  const sections: HtmlNode[][] = [[]];
  for (const block of blocks) {
    if ((levelOf(block) ?? 7) <= level) sections.push([]);
    sections.at(-1)?.push(block);
  }
  return sections.filter((section) => section.length > 0);
}

function cutByLength({ title, blocks }: CutPage): CutPage[] {
  if (lengthOf(blocks) <= 2 * charactersOfAPage) return [{ title, blocks }];
  const pieces: HtmlNode[][] = [[]];
  let length = 0;
  for (const block of blocks) {
    if (length >= charactersOfAPage) {
      pieces.push([]);
      length = 0;
    }
    pieces.at(-1)?.push(block);
    length += lengthOf([block]);
  }
  return pieces.map((piece, index) => ({
    title: index === 0 ? title : `${title} (${index + 1})`,
    blocks: piece,
  }));
}

/** The headings inside a page begin at the second level, and none is left out between. */
export function withHeadingsInOrder(blocks: HtmlNode[]): HtmlNode[] {
  const levels = [...new Set(blocks.flatMap((block) => levelOf(block) ?? []))].sort();
  return blocks.map((block) => {
    const level = levelOf(block);
    if (level === null) return block;
    return element(`h${Math.min(6, levels.indexOf(level) + 2)}`, block.children ?? []);
  });
}

function levelOf({ tagName }: HtmlNode): number | null {
  const [, level] = /^h([1-6])$/.exec(tagName ?? "") ?? [];
  return level ? Number(level) : null;
}

function lengthOf(blocks: HtmlNode[]): number {
  return plainTextOf(blocks).length;
}

function wordsOf(block: HtmlNode): string {
  return plainWords(plainTextOf([block]));
}

function plainWords(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
