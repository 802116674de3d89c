import type { Draft, DraftAsked, DraftGap, DraftNumber, DraftOption, DraftTyped } from "./draft.ts";
import type { ReadSettings } from "./exchange.ts";
import { leaveOut } from "./left-out.ts";
import type { TextIntake } from "./text-intake.ts";

/** Structure and text of a draft, to be checked by the schemas. */
type Form = { structure: Record<string, unknown>; text: Record<string, unknown> };
type Asked<Kind extends DraftAsked["kind"]> = Extract<DraftAsked, { kind: Kind }>;

export function askedForm(draft: Draft, name: string, intake: TextIntake, settings: ReadSettings): Form {
  const { asked } = draft;
  if (asked.kind === "blanks") return blanksForm(asked, draft, settings.fillIn, intake);
  // Answers first: their pictures are shown with the question.
  const form = simpleForm(asked, draft, intake, settings);
  return { structure: form.structure, text: { ...intake.question(draft.stem, name), ...form.text } };
}

function simpleForm(
  asked: Exclude<DraftAsked, Asked<"blanks">>,
  draft: Draft,
  intake: TextIntake,
  settings: ReadSettings,
): Form {
  switch (asked.kind) {
    case "choice":
      return asked.isSingle ? singleForm(asked, intake) : multipleForm(asked, intake);
    case "truefalse":
      return {
        structure: { type: "truefalse", answer: asked.answer },
        text: optionWhy([
          ["true", intake.explanation(asked.ifTrue)],
          ["false", intake.explanation(asked.ifFalse)],
        ]),
      };
    case "short":
      if (asked.feedback.some((nodes) => intake.explanation(nodes) !== ""))
        intake.note("exchange.noteTypedFeedback");
      return { structure: { type: "short", ...typedKey(asked, intake) }, text: {} };
    case "numeric":
      return numericForm(asked, intake);
    case "match":
      return matchForm(asked, intake);
    case "order":
      return orderForm(asked, intake);
    case "essay":
    case "file":
      return gradedForm(asked, draft.points, intake, settings);
    case "hotspot":
      return hotspotForm(asked, draft.name, intake);
  }
}

const letters = (index: number) => (index < 26 ? String.fromCharCode(97 + index) : `o${index + 1}`);

function optionsOf(options: DraftOption[], intake: TextIntake) {
  const ids = options.map((_, index) => letters(index));
  const texts = options.map(({ nodes }) => intake.answer(nodes));
  requireOptions(texts);
  return {
    ids,
    text: {
      options: named(ids, texts),
      ...optionWhy(
        options.map(({ feedback }, index) => [ids[index] as string, intake.explanation(feedback)]),
      ),
    },
  };
}

function requireOptions(texts: string[]) {
  if (texts.length < 2) leaveOut("exchange.leftFewAnswers");
  if (texts.includes("")) leaveOut("exchange.leftEmptyAnswer");
  const folded = texts.map((text) => text.trim().toLowerCase());
  if (new Set(folded).size < folded.length) leaveOut("exchange.leftSameAnswers");
}

function named(ids: string[], texts: string[]): Record<string, string> {
  return Object.fromEntries(ids.map((id, index) => [id, texts[index] as string]));
}

function optionWhy(entries: [string, string][]): Record<string, unknown> {
  const given = entries.filter(([, text]) => text !== "");
  return given.length > 0 ? { optionWhy: Object.fromEntries(given) } : {};
}

function singleForm({ options }: Asked<"choice">, intake: TextIntake): Form {
  const { ids, text } = optionsOf(options, intake);
  const best = Math.max(...options.map(({ percent }) => percent));
  if (!(best > 0)) leaveOut("exchange.leftNoKey");
  if (best < 99.9) intake.note("exchange.noteScaled");
  if (options.some(({ percent }) => percent < 0)) intake.note("exchange.noteNegative");
  const right = options.findIndex(({ percent }) => percent === best);
  const partial = options.flatMap(({ percent }, index) =>
    index !== right && percent > 0 ? [[ids[index], rounded((100 * percent) / best)] as const] : [],
  );
  return {
    structure: { type: "single", options: ids, answer: ids[right], partial: Object.fromEntries(partial) },
    text,
  };
}

function multipleForm({ options, scoring }: Asked<"choice">, intake: TextIntake): Form {
  const { ids, text } = optionsOf(options, intake);
  const rights = options.filter(({ percent }) => percent > 0);
  const wrongs = options.filter(({ percent }) => percent <= 0);
  if (rights.length === 0) leaveOut("exchange.leftNoKey");
  if (scoring === "partial") {
    const isNear = (percent: number, expected: number) => Math.abs(percent - expected) < 1;
    const isOurRule =
      rights.every(({ percent }) => isNear(percent, 100 / rights.length)) &&
      wrongs.every(({ percent }) => isNear(percent, -100 / wrongs.length));
    if (!isOurRule) intake.note("exchange.noteMultipleRule");
  }
  const answer = ids.filter((_, index) => (options[index] as DraftOption).percent > 0);
  // Where every answer is right, a part of them cannot be told from guessing.
  const rule = wrongs.length === 0 ? "all" : scoring;
  return { structure: { type: "multiple", options: ids, answer, scoring: rule }, text };
}

function typedKey({ accepted, isCaseSensitive, wildcards }: DraftTyped, intake: TextIntake) {
  const isEverything = (text: string) => wildcards && /^[*\s]+$/.test(text);
  const worth = accepted.filter(
    ({ text, percent }) => text.trim() !== "" && percent > 0 && !isEverything(text),
  );
  if (accepted.some(({ percent }) => percent < 0)) intake.note("exchange.noteNegative");
  if (accepted.some(({ text, percent }) => percent > 0 && isEverything(text)))
    intake.note("exchange.noteEverything");
  if (worth.length === 0) leaveOut("exchange.leftNoKey");
  const best = Math.max(...worth.map(({ percent }) => percent));
  if (best < 99.9) intake.note("exchange.noteScaled");
  const stars = wildcards && worth.some(({ text }) => /(^|[^\\])\*/.test(text));
  const written = worth.map(({ text, percent }) => ({
    text: (stars ? text : text.replaceAll("\\*", "*")).trim(),
    percent: Math.min(100, rounded((100 * percent) / best)),
  }));
  const sameAs = (text: string) => (isCaseSensitive ? text : text.toLowerCase());
  return {
    accepted: written.filter(
      ({ text }, index) => written.findIndex((one) => sameAs(one.text) === sameAs(text)) === index,
    ),
    wildcards: stars,
    fold: { case: !isCaseSensitive, diacritics: false, script: false },
  };
}

function bestNumber(answers: DraftNumber[], intake: TextIntake) {
  const worth = answers.filter(({ percent, value }) => percent > 0 && Number.isFinite(value));
  if (worth.length === 0) leaveOut("exchange.leftNoKey");
  const best = worth.reduce((one, other) => (other.percent > one.percent ? other : one));
  if (worth.length > 1) intake.note("exchange.noteOneNumber", { answer: best.value });
  if (best.percent < 99.9) intake.note("exchange.noteScaled");
  return {
    answer: rounded(best.value),
    tolerance: best.value === 0 && best.toleranceKind === "relative" ? 0 : rounded(Math.abs(best.tolerance)),
    toleranceKind: best.toleranceKind,
  };
}

function numericForm(asked: Asked<"numeric">, intake: TextIntake): Form {
  if (asked.feedback.some((nodes) => intake.explanation(nodes) !== ""))
    intake.note("exchange.noteTypedFeedback");
  const full = asked.answers.filter(({ percent }) => percent > 0);
  const isExact = full.every(({ tolerance, percent }) => tolerance === 0 && percent > 99.9);
  if (full.length > 1 && isExact && !asked.unit) {
    intake.note("exchange.noteNumbersAsText");
    const accepted = full.map(({ value }) => ({ text: String(value), percent: 100 }));
    return { structure: { type: "short", accepted, wildcards: false }, text: {} };
  }
  const { unit, isUnitRequired } = asked;
  const units = asked.units.filter(
    (other, index) => asked.units.findIndex((one) => one.unit === other.unit) === index,
  );
  return {
    structure: { type: "numeric", ...bestNumber(asked.answers, intake), unit, units, isUnitRequired },
    text: {},
  };
}

function matchForm({ pairs, distractors, scoring }: Asked<"match">, intake: TextIntake): Form {
  const left = pairs.map((pair) => intake.answer(pair.left));
  const right = pairs.map((pair) => intake.answer(pair.right));
  const extra = distractors
    .map((nodes) => intake.answer(nodes))
    .filter((text) => text !== "" && !right.includes(text));
  requireOptions(left);
  if (right.includes("")) leaveOut("exchange.leftEmptyAnswer");
  const ids = pairs.map((_, index) => `p${index + 1}`);
  const extraIds = [...new Set(extra)].map((_, index) => `d${index + 1}`);
  return {
    structure: { type: "match", pairs: ids, distractors: extraIds, scoring },
    text: { left: named(ids, left), right: named([...ids, ...extraIds], [...right, ...new Set(extra)]) },
  };
}

function orderForm({ items, scoring }: Asked<"order">, intake: TextIntake): Form {
  const ids = items.map((_, index) => letters(index));
  const texts = items.map((nodes) => intake.answer(nodes));
  requireOptions(texts);
  return { structure: { type: "order", options: ids, scoring }, text: { options: named(ids, texts) } };
}

function gradedForm(
  asked: Asked<"essay"> | Asked<"file">,
  points: number,
  intake: TextIntake,
  { rubric }: ReadSettings,
): Form {
  const full = points > 0 ? points : 1;
  intake.note("exchange.noteRubric");
  const guidance = intake.explanation(asked.guidance);
  const kind =
    asked.kind === "essay"
      ? { type: "essay", ...(asked.maxCharacters ? { maxCharacters: asked.maxCharacters } : {}) }
      : {
          type: "file",
          accept: asked.accept,
          ...(asked.maxMegabytes ? { maxMegabytes: asked.maxMegabytes } : {}),
        };
  return {
    structure: { ...kind, rubric: [{ id: "answer", levels: [0, full / 2, full] }] },
    text: { rubric: { answer: rubric }, ...(guidance ? { guidance } : {}) },
  };
}

function hotspotForm(asked: Asked<"hotspot">, name: string, intake: TextIntake): Form {
  if (asked.regions.length < 2) leaveOut("exchange.leftFewRegions");
  if (!asked.regions.some(({ isRight }) => isRight)) leaveOut("exchange.leftNoKey");
  if (asked.regions.every(({ isRight }) => isRight)) leaveOut("exchange.leftNoWrongRegion");
  const ids = asked.regions.map((_, index) => `r${index + 1}`);
  const labels = asked.regions.map(({ label }, index) => label.trim() || String(index + 1));
  if (asked.regions.some(({ label }) => label.trim() === "") || asked.alt.trim() === "") {
    intake.note("exchange.noteRegionNames");
  }
  return {
    structure: {
      type: "hotspot",
      image: intake.file(asked.image),
      regions: asked.regions.map(({ shape, at, isRight }, index) => ({
        id: ids[index],
        shape,
        at,
        right: isRight,
      })),
      choose: asked.isSingle ? "one" : "some",
      scoring: asked.scoring,
    },
    text: { regions: named(ids, labels), alt: asked.alt.trim() || name || "?" },
  };
}

function blanksForm(asked: Asked<"blanks">, draft: Draft, fillIn: string, intake: TextIntake): Form {
  const gaps = asked.gaps.map((gap) => gapForm(gap, intake));
  return {
    structure: { type: "blanks", gaps: gaps.map(({ structure }) => structure), scoring: asked.scoring },
    text: {
      ...intake.gapText(draft.stem, fillIn),
      gaps: Object.fromEntries(
        gaps.flatMap(({ text }, index) => (text ? [[asked.gaps[index]?.id, text]] : [])),
      ),
    },
  };
}

function gapForm(gap: DraftGap, intake: TextIntake) {
  const { id, weight } = gap;
  if (gap.kind === "typed") return { structure: { id, weight, kind: "typed", ...typedKey(gap, intake) } };
  if (gap.kind === "number")
    return { structure: { id, weight, kind: "number", ...bestNumber(gap.answers, intake) } };
  const texts = gap.options.map(({ text }) => text.trim());
  requireOptions(texts);
  const ids = gap.options.map((_, index) => letters(index));
  const best = Math.max(...gap.options.map(({ percent }) => percent));
  if (!(best > 0)) leaveOut("exchange.leftNoKey");
  if (gap.options.filter(({ percent }) => percent > 0).length > 1) intake.note("exchange.noteOneOption");
  const answer = ids[gap.options.findIndex(({ percent }) => percent === best)];
  return {
    structure: { id, weight, kind: "choice", options: ids, answer },
    text: { options: named(ids, texts) },
  };
}

/** Without the noise of binary fractions. */
export function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
