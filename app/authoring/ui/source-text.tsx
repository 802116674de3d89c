import { type NamedTerm, placesOf } from "#app/library/glossary-terms.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

import type { ChangedWords } from "../source-changes.server.ts";

/** A source with the terms of the glossary marked; what they are to be called stands below. */
export function SourceText({
  source,
  terms,
  from,
  language,
}: {
  source: string;
  terms: NamedTerm[];
  from: string;
  language: string;
}) {
  const t = useT();
  return (
    <div className="grid content-start gap-2">
      <p className="whitespace-pre-wrap wrap-anywhere" lang={from}>
        {piecesOf(source, terms).map(({ text, term }, index) =>
          term ? (
            <mark
              key={index}
              className="bg-transparent text-inherit underline decoration-accent decoration-dotted decoration-2 underline-offset-4"
              title={term.agreed.join(" / ")}
            >
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </p>
      {terms.length > 0 && (
        <Disclosure summary={t("workbench.terms", { count: terms.length })}>
          <dl>
            {terms.map(({ en, note, agreed }) => (
              <div key={en} className="flex flex-wrap gap-x-2">
                <dt lang={from} className="font-semibold">
                  {en}:
                </dt>
                <dd lang={language}>{agreed.join(" / ")}</dd>
                {note && <dd lang="en">({note})</dd>}
              </div>
            ))}
          </dl>
        </Disclosure>
      )}
    </div>
  );
}

type Piece = { text: string; term: NamedTerm | null };

/** Where terms overlap, the one that begins first is marked, of these the longest. */
function piecesOf(source: string, terms: NamedTerm[]): Piece[] {
  const places = terms
    .flatMap((term) => placesOf(term.en, source).map((place) => ({ ...place, term })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: Piece[] = [];
  let end = 0;
  for (const place of places) {
    if (place.start < end) continue;
    pieces.push({ text: source.slice(end, place.start), term: null });
    pieces.push({ text: source.slice(place.start, place.end), term: place.term });
    end = place.end;
  }
  return [...pieces, { text: source.slice(end), term: null }];
}

/** A source as it was and as it is, word by word. */
export function ChangedText({ words, from }: { words: ChangedWords[]; from: string }) {
  const t = useT();
  return (
    <div className="border-s-4 border-accent ps-4">
      <p className="font-semibold">{t("workbench.changed")}</p>
      <p className="whitespace-pre-wrap wrap-anywhere" lang={from}>
        {words.map(({ kind, text }, index) => {
          if (kind === "removed") {
            return (
              <del key={index} className="text-brick">
                <span className="sr-only">{t("workbench.wasRemoved")} </span>
                {text}
              </del>
            );
          }
          if (kind === "added") {
            return (
              <ins key={index} className="font-semibold text-moss">
                <span className="sr-only">{t("workbench.wasAdded")} </span>
                {text}
              </ins>
            );
          }
          return text;
        })}
      </p>
    </div>
  );
}
