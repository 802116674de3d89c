import type { I18n, MessageKey } from "#app/platform/i18n.tsx";

import type { NoticeElements } from "./notice-form.ts";

/** The words of a notice, each a text of its own ("notice.text_why"), so that any two languages can stand side by side. */
const wordNames = [
  "title",
  "basis",
  "why",
  "intimate",
  "fake",
  "privateInformation",
  "impersonation",
  "threat",
  "child",
  "ownWords",
  "ownWordsUntranslated",
  "where",
  "who",
  "survivor",
  "representative",
  "authority",
  "name",
  "email",
  "noContact",
  "faith",
  "faithSentence",
  "faithConsent",
  "request",
  "requestSentence",
  "usRequest",
  "date",
  "signature",
  "gapWhy",
  "gapWhere",
  "gapWho",
  "gapName",
  "gapEmail",
  "gapDate",
  "gapSignature",
] as const;

export type NoticeWords = Record<(typeof wordNames)[number], string>;

/** "own": as it was typed, in no language that we know. */
export type Paragraph = { kind: "heading" | "text" | "own"; text: string };

export function noticeWords(t: I18n["t"]): NoticeWords {
  return Object.fromEntries(
    wordNames.map((name) => [name, t(`notice.text_${name}` as MessageKey)]),
  ) as NoticeWords;
}

/**
 * The notice in one language: what it is, the four parts of Article 16 of the Digital Services Act in their order, and
 * what is asked for. The sender's own words stay as they were typed; `isOtherLanguage` says so in the text.
 */
export function noticeParagraphs(
  elements: NoticeElements,
  words: NoticeWords,
  { date, isOtherLanguage }: { date: string; isOtherLanguage: boolean },
): Paragraph[] {
  const { grounds, ownWords, addresses, isUsRequest } = elements;
  return [
    ...opening(words),
    heading(words.why),
    ...grounds.map((ground) => text(words[ground])),
    ...(ownWords ? [text(isOtherLanguage ? words.ownWordsUntranslated : words.ownWords), own(ownWords)] : []),
    heading(words.where),
    ...addresses.map(own),
    heading(words.who),
    ...contact(elements, words),
    heading(words.faith),
    text(words.faithSentence),
    ...(isUsRequest ? [text(words.faithConsent)] : []),
    ...ending(words, isUsRequest),
    text(`${words.date} ${date}`),
    ...(isUsRequest ? [text(`${words.signature} ${words.gapSignature}`)] : []),
  ];
}

/** The same with its gaps marked, to be filled in by hand. */
export function blankParagraphs(words: NoticeWords): Paragraph[] {
  return [
    ...opening(words),
    heading(words.why),
    text(words.gapWhy),
    heading(words.where),
    text(words.gapWhere),
    heading(words.who),
    text(words.gapWho),
    text(`${words.name} ${words.gapName}`),
    text(`${words.email} ${words.gapEmail}`),
    heading(words.faith),
    text(words.faithSentence),
    ...ending(words, false),
    text(`${words.date} ${words.gapDate}`),
    text(`${words.signature} ${words.gapSignature}`),
  ];
}

/** For the clipboard and for a file: paragraphs with an empty line between the parts. */
export function plainText(paragraphs: Paragraph[]): string {
  const lines = paragraphs.flatMap(({ kind, text: line }, index) =>
    kind === "heading" && index > 0 ? ["", line] : [line],
  );
  return `${lines.join("\n")}\n`;
}

function opening(words: NoticeWords): Paragraph[] {
  return [heading(words.title), text(words.basis)];
}

function ending(words: NoticeWords, isUsRequest: boolean): Paragraph[] {
  return [
    heading(words.request),
    text(words.requestSentence),
    ...(isUsRequest ? [text(words.usRequest)] : []),
  ];
}

/** The person concerned writes her name into the platform's form, not here: the text has a gap for it. */
function contact({ writer, name, email }: NoticeElements, words: NoticeWords): Paragraph[] {
  if (writer !== "survivor" && !name && !email) return [text(words[writer]), text(words.noContact)];
  const filled = (label: string, value: string, gap: string) => {
    if (value) return [text(`${label} ${value}`)];
    return writer === "survivor" ? [text(`${label} ${gap}`)] : [];
  };
  return [
    text(words[writer]),
    ...filled(words.name, name, words.gapName),
    ...filled(words.email, email, words.gapEmail),
  ];
}

function heading(line: string): Paragraph {
  return { kind: "heading", text: line };
}

function text(line: string): Paragraph {
  return { kind: "text", text: line };
}

function own(line: string): Paragraph {
  return { kind: "own", text: line };
}
