import { Document, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";

import { freeSlug, slugOf } from "#app/library/slug.ts";

import { withTextEntry, written } from "./folder-edits.ts";

/** Changes to the terms of a course's folder; what is not changed keeps its place and its comments. */

type Term = { id: string; word: string };

/** A glossary with a term called so, and the term's id: that of `id`, of the entry that has this word, or a new one. */
export function withTerm(source: string | null, id: string, word: string): { text: string; id: string } {
  const document: Document = source === null ? new Document({ terms: [] }) : parseDocument(source);
  const list = termsIn(document);
  const sameWord = ({ word: other }: Term) => other.toLowerCase() === word.toLowerCase();
  const node = list.items.find((entry) => (id ? termOf(entry).id === id : sameWord(termOf(entry))));
  const taken = list.items.map((entry) => termOf(entry).id);
  const own =
    (node && termOf(node).id) || freeSlug(slugOf(word, "term"), (candidate) => taken.includes(candidate));
  if (!node) list.add(document.createNode({ id: own, en: word, in: {} }) as YAMLMap);
  else {
    if (termOf(node).word !== word) node.set("en", word);
    if (!termOf(node).id) node.items.unshift(document.createPair("id", own) as never);
  }
  return { text: written(document), id: own };
}

/** A glossary without what learners were told of a term; null when nothing is left. Agreed translations stay. */
export function withoutTerm(source: string, id: string): string | null {
  const document = parseDocument(source);
  const list = termsIn(document);
  const node = list.items.find((entry) => termOf(entry).id === id);
  if (!node) return source;
  const agreed = node.toJS(document) as { in?: object };
  if (Object.keys(agreed.in ?? {}).length > 0) node.delete("id");
  else list.items = list.items.filter((entry) => entry !== node);
  return list.items.length > 0 ? written(document) : null;
}

/** The texts of a language with the meaning of a term; with null, without it. */
export function withMeaning(source: string, id: string, meaning: string | null): string {
  return withTextEntry(source, "terms", id, meaning);
}

function termsIn(document: Document): YAMLSeq<YAMLMap> {
  const list = document.get("terms");
  if (isSeq(list)) return list as YAMLSeq<YAMLMap>;
  document.set("terms", document.createNode([]));
  return document.get("terms") as YAMLSeq<YAMLMap>;
}

function termOf(entry: YAMLMap): Term {
  return { id: String(entry.get("id") ?? ""), word: String(entry.get("en") ?? "") };
}
