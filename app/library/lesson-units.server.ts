import { type PageSource, pageSources, type Passage } from "./lesson-passages.server.ts";
import { withoutHead } from "./lesson-head.server.ts";
import { asTyped, type SourceText, type TranslationUnit } from "./translation-unit.ts";

/**
 * The texts of a lesson, block by block where both languages have the same blocks, otherwise page by page. `target` is
 * the translated file, null where there is none.
 */
export function lessonUnits(source: SourceText, target: string | null): TranslationUnit[] {
  const translated = target ?? beginningOf(source);
  const pages = pageSources(source.text);
  const own = pageSources(translated);
  const units = pages.flatMap((page): TranslationUnit[] => {
    const other = own.find(({ id }) => id === page.id);
    if (!other || other.shape !== page.shape) {
      const target = other ? pageText(translated, other) : "";
      return [{ id: page.id, page: page.id, isPage: true, source: pageText(source.text, page), target }];
    }
    return page.passages.map((passage, index) => ({
      id: blockId(page, index),
      page: page.id,
      isPage: false,
      source: passageText(source.text, passage),
      target: passageText(translated, other.passages[index] as Passage),
    }));
  });
  const extra = own.filter(({ id }) => !pages.some((page) => page.id === id));
  return [
    ...units,
    ...extra.map((page) => ({
      id: page.id,
      page: page.id,
      isPage: true,
      source: "",
      target: pageText(translated, page),
    })),
  ];
}

/**
 * The translated file with other texts, by the ids of its units. What is not named, or says the same as before, keeps
 * every byte. A block that is emptied says what the source says; a page that is emptied is taken out.
 */
export function withLessonUnits(
  source: SourceText,
  target: string | null,
  texts: ReadonlyMap<string, string>,
): string {
  const translated = target ?? beginningOf(source);
  const pages = pageSources(source.text);
  const own = pageSources(translated);
  const chunks = own.map((page) => ({
    id: page.id,
    text: rewritten(
      source.text,
      pages.find(({ id }) => id === page.id),
      translated,
      page,
      texts,
    ),
  }));
  pages.forEach(({ id }, index) => {
    const text = asTyped(texts.get(id) ?? "");
    if (text === "" || own.some((page) => page.id === id)) return;
    const earlier = pages.slice(0, index).map((page) => page.id);
    const after = chunks.findLastIndex((chunk) => earlier.includes(chunk.id));
    const before = chunks[after];
    if (before) before.text = `${before.text.trimEnd()}\n\n`;
    chunks.splice(after + 1, 0, { id, text: after + 1 < chunks.length ? `${text}\n\n` : `${text}\n` });
  });
  // Without a page yet, all that there is is the head.
  const head = translated.slice(0, own[0]?.start ?? translated.length);
  return head + chunks.map(({ text }) => text).join("");
}

/** A translation begins as the source; one that says only what differs, with nothing. */
function beginningOf({ text, isBase }: SourceText): string {
  return isBase ? "" : withoutHead(text).body.trimStart();
}

function rewritten(
  source: string,
  page: PageSource | undefined,
  translated: string,
  own: PageSource,
  texts: ReadonlyMap<string, string>,
): string {
  const before = translated.slice(own.start, own.end);
  if (!page || page.shape !== own.shape) {
    const text = asTyped(texts.get(own.id) ?? before);
    if (text === asTyped(before)) return before;
    return text === "" ? "" : text + before.slice(before.trimEnd().length);
  }
  let [after, end] = ["", own.end];
  for (const [index, passage] of [...own.passages.entries()].reverse()) {
    const text = newText(
      source,
      page.passages[index] as Passage,
      translated,
      passage,
      texts.get(blockId(own, index)),
    );
    after = text + translated.slice(passage.end, end) + after;
    end = passage.start;
  }
  return translated.slice(own.start, end) + after;
}

function newText(
  source: string,
  original: Passage,
  translated: string,
  passage: Passage,
  given?: string,
): string {
  const before = passageText(translated, passage);
  const text = asTyped(given ?? before);
  if (text === asTyped(before)) return before;
  if (text === "") return passageText(source, original);
  return passage.isLine ? text.replace(/\s*\n\s*/g, " ") : text;
}

function blockId({ id }: PageSource, index: number): string {
  return `${id}.${index + 1}`;
}

function passageText(text: string, { start, end }: Passage): string {
  return text.slice(start, end);
}

function pageText(text: string, { start, end }: PageSource): string {
  return text.slice(start, end).trimEnd();
}
