import type { QuestionOf, QuestionText } from "#app/library/question-format.ts";

import type { Presentation } from "./presentation.ts";

type Gap = QuestionOf<"blanks">["gaps"][number];

/** Running text with its gaps; `place` is that of the gap's form field. */
export type AskedBlanks = { kind: "blanks"; body: (string | AskedGap)[] };

export type AskedGap = { place: number; label: string; kind: Gap["kind"]; options: string[] };

/** A text with {{gap}} marks, cut at its gaps. Gaps that the text forgets come at its end. */
export function askedBlanks(
  { gaps }: QuestionOf<"blanks">,
  text: QuestionText,
  shown: Presentation,
): AskedBlanks {
  const asked = (id: string): AskedGap | null => {
    const place = gaps.findIndex((gap) => gap.id === id);
    const gap = gaps[place];
    if (!gap) return null;
    const ids = gap.kind === "choice" ? (shown.inner?.[id] ?? gap.options) : [];
    const { label = "", options = {} } = text.gaps?.[id] ?? {};
    return { place, label, kind: gap.kind, options: ids.map((option) => options[option] ?? option) };
  };
  const parts = bodyParts(text.body ?? "");
  const named = parts.flatMap((part) => ("gap" in part ? [part.gap] : []));
  const forgotten = gaps.filter(({ id }) => !named.includes(id)).map(({ id }) => ({ gap: id }));
  const body = [...parts, ...forgotten].flatMap((part, index, all): (string | AskedGap)[] => {
    if ("text" in part) return part.text === "" ? [] : [part.text];
    const isFirst = all.findIndex((other) => "gap" in other && other.gap === part.gap) === index;
    const gap = isFirst ? asked(part.gap) : null;
    return gap ? [gap] : [];
  });
  return { kind: "blanks", body };
}

/** "a {{g1}} b" as text, gap, text. */
export function bodyParts(body: string): ({ text: string } | { gap: string })[] {
  return body
    .split(/\{\{([a-z0-9]+)\}\}/)
    .map((part, index) => (index % 2 === 0 ? { text: part } : { gap: part }));
}
