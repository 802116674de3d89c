import type { AskedQuestion, AskedRare } from "#app/assessment/asked-question.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

import { element, safeHtml } from "./dom.ts";
import { choiceGroup, type Given, group, notesOf, select, selectField, textField, textOf } from "./fields.ts";
import { t } from "./words.ts";

const hints: Partial<Record<AskedQuestion["type"], MessageKey>> = {
  multiple: "quiz.hintSome",
  order: "quiz.hintOrder",
  match: "quiz.hintMatch",
  numeric: "quiz.hintNumber",
  short: "quiz.hintShort",
};

/** A question with its controls: native ones, as on the site. */
export function questionForm(asked: AskedQuestion, given: Given): HTMLElement {
  const hint = t(hints[asked.type] ?? "quiz.hintOne");
  return element(
    "div",
    { class: "stack" },
    ...(asked.context ? [safeHtml(asked.context)] : []),
    asked.rare ? rareForm(asked.q, asked.rare, given) : usualForm(asked, hint, given),
  );
}

function usualForm(asked: AskedQuestion, hint: string, given: Given): HTMLElement {
  const places = asked.options.map((label, index) => ({ value: String(index), label }));
  switch (asked.type) {
    case "multiple":
      return choiceGroup("answer", { legend: asked.q, hint, options: places, isOne: false }, given);
    case "short":
      return textField("answer", { label: asked.q, hint }, given);
    case "numeric": {
      const unit = asked.unit ? ` ${t("quiz.unitHint", { unit: asked.unit })}` : "";
      const words = asked.isUnitAsked ? t("quiz.writeUnit") : hint + unit;
      return textField("answer", { label: asked.q, hint: words, isNumber: !asked.isUnitAsked }, given);
    }
    case "order":
    case "match": {
      const choices =
        asked.type === "order"
          ? asked.options.map((_, index) => ({ value: String(index + 1), label: String(index + 1) }))
          : asked.right.map((label, index) => ({ value: String(index), label }));
      const parts = asked.options.map((part, index) => selectField(`part-${index}`, part, choices, given));
      return group("parts", asked.q, hint, parts, given);
    }
    default: {
      const truth = [
        { value: "true", label: t("quiz.true") },
        { value: "false", label: t("quiz.false") },
      ];
      const options = asked.type === "truefalse" ? truth : places;
      return choiceGroup("answer", { legend: asked.q, hint, options, isOne: true }, given);
    }
  }
}

function rareForm(q: string, rare: AskedRare, given: Given): HTMLElement {
  switch (rare.kind) {
    case "blanks":
      return blanksForm(q, rare, given);
    case "branching":
      return wayForm(q, rare, given);
    case "hotspot": {
      const hint = t(rare.isOne ? "quiz.hintOne" : "quiz.hintSome");
      const options = rare.regions.map(({ name }, index) => ({ value: String(index), label: name }));
      return element(
        "div",
        { class: "stack" },
        element("img", { src: rare.image, alt: rare.alt }),
        choiceGroup("answer", { legend: q, hint, options, isOne: rare.isOne }, given),
      );
    }
    case "detection":
      return detectionForm(q, rare, given);
    default:
      // Answers that a person grades never leave the site.
      return element("p", {}, q);
  }
}

type Rare<Kind extends AskedRare["kind"]> = Extract<AskedRare, { kind: Kind }>;

function blanksForm(q: string, { body }: Rare<"blanks">, given: Given): HTMLElement {
  const gaps = body.filter((part) => typeof part !== "string");
  const content = body.flatMap((part): (Node | string)[] => {
    if (typeof part === "string") return [part];
    const name = `gap-${part.place}`;
    const id = given.prefix + name;
    const label = `${t("questions.gap", { number: gaps.indexOf(part) + 1 })} ${part.label}`;
    const { describedBy, isWrong } = notesOf(name, undefined, given);
    const shared = { "aria-label": label, "aria-describedby": describedBy, "aria-invalid": isWrong };
    if (part.kind === "choice") {
      const options = part.options.map((option, place) => ({ value: String(place), label: option }));
      return [select(id, options, textOf(given, name), shared)];
    }
    const inputmode = part.kind === "number" ? "decimal" : undefined;
    const value = textOf(given, name);
    return [
      element("input", {
        id,
        name: id,
        class: "control",
        value,
        inputmode,
        size: 16,
        maxlength: 500,
        ...shared,
      }),
    ];
  });
  const errors = gaps.flatMap(({ place }) => notesOf(`gap-${place}`, undefined, given).note);
  return group(
    "gaps",
    q,
    t("questions.gapsHint"),
    [element("div", { class: "gaps" }, ...content), ...errors],
    given,
  );
}

/** A choice is a button, because making it shows its consequence and cannot be taken back. */
function wayForm(q: string, { taken, step }: Rare<"branching">, given: Given): HTMLElement {
  const way = [given.fields.way ?? []].flat();
  const { note, describedBy } = notesOf("answer", step ? t("questions.wayHint") : undefined, given);
  return element(
    "div",
    { class: "stack" },
    element("p", { class: "question" }, q),
    ...way.map((value) =>
      element("input", { type: "hidden", name: `${given.prefix}way`, value, "data-many": true }),
    ),
    element(
      "ol",
      { class: "way" },
      ...taken.map(({ text, choice, consequence }) =>
        element(
          "li",
          { class: "card", tabindex: -1 },
          element("p", {}, text),
          element("p", { class: "strong" }, t("questions.chosen", { choice })),
          element("p", {}, consequence),
        ),
      ),
    ),
    step
      ? element(
          "fieldset",
          { "aria-describedby": describedBy },
          element("legend", {}, step.text),
          ...note,
          element(
            "div",
            { class: "rows" },
            ...step.choices.map((choice, place) =>
              element("button", { type: "button", class: "button plain", "data-step": place }, choice),
            ),
          ),
        )
      : element("p", {}, t("questions.wayEnd")),
  );
}

const confidences = [50, 60, 70, 80, 90, 100];

function detectionForm(q: string, rare: Rare<"detection">, given: Given): HTMLElement {
  const levels = confidences.map((percent) => ({ value: String(percent), label: `${percent}%` }));
  const verdicts = [
    { value: "real", label: t("quiz.real") },
    { value: "manipulated", label: t("quiz.manipulated") },
  ];
  const confidence = { legend: t("questions.confidence"), hint: t("questions.confidenceHint") };
  const where = { legend: t("questions.where"), hint: t("questions.locateHint"), isOne: false };
  const when = {
    label: t("questions.when"),
    hint: `${t("questions.locateHint")} ${t("questions.whenHint")}`,
  };
  const regions = rare.regions.map(({ name }, index) => ({ value: String(index), label: name }));
  return element(
    "div",
    { class: "stack" },
    element("p", { class: "question" }, q),
    ...mediumOf(rare),
    choiceGroup("answer", { legend: t("questions.verdict"), options: verdicts, isOne: true }, given),
    choiceGroup("confidence", { ...confidence, options: levels, isOne: true }, given),
    ...(rare.locate === "region" ? [choiceGroup("regions", { ...where, options: regions }, given)] : []),
    ...(rare.locate === "second" ? [textField("second", when, given)] : []),
  );
}

function mediumOf({ medium, media, alt, transcript }: Rare<"detection">): HTMLElement[] {
  const controls = { src: media, controls: true, preload: "metadata", "aria-label": alt };
  const shown =
    medium === "image"
      ? element("img", { src: media, alt })
      : element(medium, { ...controls, class: "wide" });
  return [
    shown,
    ...(medium !== "image" && alt ? [element("p", { class: "hint" }, alt)] : []),
    ...(transcript
      ? [
          element(
            "details",
            {},
            element("summary", {}, t("questions.transcript")),
            element("p", { class: "lines" }, transcript),
          ),
        ]
      : []),
  ];
}
