import { type FormFields, partsAt } from "./form-fields.ts";
import { newCriterion, newGap, newStep } from "./new-form.ts";

/**
 * What a button inside the form does to its parts: "add options", "remove options b", "up options b", "down options b".
 * Without JavaScript the page is sent, changed and shown again with everything that was typed; with it the page does the
 * same by itself (`useFormActs`).
 */
export type FormAct = { kind: "add" | "remove" | "up" | "down"; list: string; id?: string };

const kinds = ["add", "remove", "up", "down"] as const;

/** The act that a button's value names; null for the button that saves, and for what no button says. */
export function formActOf(value: unknown): FormAct | null {
  const [kind, list, id] = String(value ?? "").split(" ");
  const known = kinds.find((one) => one === kind);
  if (!known || !list || !/^[a-zA-Z0-9.]+$/.test(list) || (known !== "add" && !id)) return null;
  return { kind: known, list, ...(id ? { id } : {}) };
}

/** The form after the act, and the field at which one goes on. */
export function withAct(
  fields: FormFields,
  { kind, list, id = "" }: FormAct,
): { fields: FormFields; focus: string } {
  const ids = partsAt({ fields }, list);
  switch (kind) {
    case "add": {
      const fresh = freshId(list, [...ids, ...partsAt({ fields }, `${list}.gone`)]);
      const added = { ...fields, ...beginning(fields, list, fresh), [list]: [...ids, fresh].join(" ") };
      return { fields: added, focus: fieldOf(list, fresh) };
    }
    case "remove": {
      const left = ids.filter((one) => one !== id);
      const gone = [...partsAt({ fields }, `${list}.gone`), id].join(" ");
      const near = left[Math.max(0, ids.indexOf(id) - 1)];
      const focus = near ? fieldOf(list, near) : list;
      return { fields: { ...fields, [list]: left.join(" "), [`${list}.gone`]: gone }, focus };
    }
    default: {
      const from = ids.indexOf(id);
      const to = kind === "up" ? from - 1 : from + 1;
      const moved = [...ids];
      if (from >= 0 && to >= 0 && to < ids.length) moved.splice(to, 0, ...moved.splice(from, 1));
      return { fields: { ...fields, [list]: moved.join(" ") }, focus: fieldOf(list, id) };
    }
  }
}

/** Name of the list's last word → what its ids begin with; options and choices are letters, the rest numbers. */
const idStart: Record<string, string> = {
  gaps: "g",
  steps: "s",
  regions: "r",
  criteria: "c",
  distractors: "x",
};

/** Never the id of a part that was removed: texts in other languages may still belong to it. */
function freshId(list: string, taken: string[]): string {
  const noun = lastWord(list);
  const letters = "abcdefghijklmnopqrstuvwxyz";
  if (["options", "choices", "pairs"].includes(noun)) {
    const letter = [...letters].find((one) => !taken.includes(one));
    if (letter) return letter;
  }
  const start = idStart[noun] ?? (["options", "choices", "pairs"].includes(noun) ? "z" : "");
  for (let number = 1; ; number += 1) {
    if (!taken.includes(`${start}${number}`)) return `${start}${number}`;
  }
}

/** Fields with which a new part begins. */
function beginning(fields: FormFields, list: string, id: string): FormFields {
  switch (lastWord(list)) {
    case "gaps":
      return { ...newGap(id), body: `${fields.body ?? ""}${fields.body ? " " : ""}{{${id}}}` };
    case "steps":
      return newStep(id);
    case "criteria":
      return newCriterion(id);
    default:
      return {};
  }
}

/** The first field of a part. */
function fieldOf(list: string, id: string): string {
  const prefix = list.slice(0, list.length - lastWord(list).length);
  switch (lastWord(list)) {
    case "options":
      return `${prefix}option.${id}`;
    case "pairs":
      return `left.${id}`;
    case "distractors":
      return `right.${id}`;
    case "units":
      return `units.${id}.name`;
    case "accepted":
      return `${list}.${id}.text`;
    case "gaps":
      return `gap.${id}.kind`;
    case "steps":
      return `step.${id}`;
    case "choices":
      return `${prefix}choice.${id}`;
    case "regions":
      return `region.${id}`;
    case "criteria":
      return `criterion.${id}`;
    case "levels":
      return `${prefix}level.${id}`;
    case "sources":
      return `source.${id}.publisher`;
    default:
      return list;
  }
}

function lastWord(list: string): string {
  return list.slice(list.lastIndexOf(".") + 1);
}
