import type { AnswerFields } from "#app/assessment/response.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";

import { element } from "./dom.ts";
import { t } from "./words.ts";

/** What a control needs to know: names are prefixed, because several questions stand on one page. */
export type Given = { prefix: string; fields: AnswerFields; errors: FormErrors };

type Option = { value: string; label: string };

/** One or several of a list. `isQuestion`: the legend is the question itself. */
export function choiceGroup(
  name: string,
  { legend, hint, options, isOne }: { legend: string; hint?: string; options: Option[]; isOne: boolean },
  given: Given,
): HTMLElement {
  const chosen = new Set([given.fields[name] ?? []].flat());
  const rows = options.map(({ value, label }) =>
    element(
      "label",
      { class: "choice-row" },
      element("input", {
        type: isOne ? "radio" : "checkbox",
        name: given.prefix + name,
        value,
        checked: chosen.has(value),
        class: "choice",
        "data-many": !isOne,
      }),
      element("span", {}, label),
    ),
  );
  return group(name, legend, hint, rows, given);
}

export function group(
  name: string,
  legend: string,
  hint: string | undefined,
  content: HTMLElement[],
  given: Given,
): HTMLElement {
  const { note, describedBy } = notesOf(name, hint, given);
  return element(
    "fieldset",
    { "aria-describedby": describedBy },
    element("legend", {}, legend),
    ...note,
    element("div", { class: "rows" }, ...content),
  );
}

export function textField(
  name: string,
  { label, hint, isNumber = false }: { label: string; hint?: string; isNumber?: boolean },
  given: Given,
): HTMLElement {
  const { note, describedBy, isWrong } = notesOf(name, hint, given);
  const id = given.prefix + name;
  return element(
    "div",
    { class: "rows" },
    element("label", { for: id, class: "question" }, label),
    ...note,
    element("input", {
      id,
      name: id,
      class: "control",
      value: textOf(given, name),
      inputmode: isNumber ? "decimal" : undefined,
      autocomplete: "off",
      spellcheck: "false",
      maxlength: 500,
      "aria-describedby": describedBy,
      "aria-invalid": isWrong,
    }),
  );
}

export function selectField(name: string, label: string, options: Option[], given: Given): HTMLElement {
  const { note, describedBy, isWrong } = notesOf(name, undefined, given);
  const id = given.prefix + name;
  return element(
    "div",
    { class: "rows" },
    element("label", { for: id }, label),
    ...note,
    select(id, options, textOf(given, name), { "aria-describedby": describedBy, "aria-invalid": isWrong }),
  );
}

export function select(
  id: string,
  options: Option[],
  value: string,
  attributes: Record<string, string | boolean | undefined> = {},
): HTMLSelectElement {
  return element(
    "select",
    { id, name: id, class: "control", ...attributes },
    element("option", { value: "" }, t("quiz.choose")),
    ...options.map((option) =>
      element("option", { value: option.value, selected: option.value === value }, option.label),
    ),
  );
}

export function textOf({ fields }: Given, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : "";
}

/** Hint and error of a field, and the ids that name them. */
export function notesOf(name: string, hint: string | undefined, { prefix, errors }: Given) {
  const error = errors[name];
  const note = [
    ...(hint ? [element("p", { id: `${prefix}${name}-hint`, class: "hint" }, hint)] : []),
    ...(error ? [element("p", { id: `${prefix}${name}-error`, class: "error" }, t(error))] : []),
  ];
  const describedBy = note.map(({ id }) => id).join(" ") || undefined;
  return { note, describedBy, isWrong: error ? ("true" as const) : undefined };
}

/** What is filled in under a prefix, as `responseOf` reads it. */
export function fieldsIn(place: HTMLElement, prefix: string): AnswerFields {
  const fields: AnswerFields = {};
  const controls = place.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select");
  for (const control of controls) {
    if (!control.name.startsWith(prefix)) continue;
    const name = control.name.slice(prefix.length);
    const isMany = control.hasAttribute("data-many");
    const isChoice = control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type);
    if (isMany) fields[name] ??= [];
    if (isChoice && !control.checked) continue;
    if (isMany) (fields[name] as string[]).push(control.value);
    else if (control.value !== "") fields[name] = control.value;
  }
  return fields;
}
