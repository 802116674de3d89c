import { slugOf } from "#app/library/slug.ts";
import { question, questionText } from "#app/library/question-format.ts";
import { mediaOfQuestion } from "#app/library/question-media.ts";

import type { Draft } from "./draft.ts";
import { askedForm } from "./drafted-parts.ts";
import type { ReadQuestion, ReadSettings } from "./exchange.ts";
import { leaveOut } from "./left-out.ts";
import type { MediaFinder } from "./media-intake.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import { plainTextOf } from "./rich-text.ts";
import type { TakenKeys } from "./taken-keys.ts";
import { storable, TextIntake } from "./text-intake.ts";

/**
 * A foreign question in our form. `keys` are those that are taken; the new one is added. Throws LeftOutError when it
 * cannot have our form.
 */
export function draftedQuestion(
  draft: Draft,
  find: MediaFinder,
  keys: TakenKeys,
  settings: ReadSettings,
): ReadQuestion {
  const intake = new TextIntake(find);
  const name = nameOf(draft);
  const { structure, text } = askedForm(draft, name, intake, settings);
  const why = draft.why.map((nodes) => intake.explanation(nodes)).filter(Boolean);
  const key = keyOf(draft.key, name, keys);
  const tags = [...new Set(draft.tags.map((tag) => slugOf(tag, "")).filter(Boolean))];
  for (const tag of draft.tags.filter((one) => one.trim() !== "" && slugOf(one, "") === ""))
    intake.note("exchange.noteTagLost", { tag: storable(tag).slice(0, 40) });
  const points = draft.points > 0 && Number.isFinite(draft.points) ? draft.points : 1;
  const checked = question.safeParse({ id: key, points, tags, difficulty: draft.difficulty, ...structure });
  const checkedText = questionText.safeParse({ ...text, why: [...new Set(why)].join("\n\n") });
  if (!checked.success || !checkedText.success) {
    const issue = (checked.error ?? checkedText.error)?.issues[0];
    return leaveOut("exchange.leftInvalid", {
      part: issue?.path.join(".") ?? "",
      problem: issue?.message ?? "",
    });
  }
  keys.take(key);
  const used = mediaOfQuestion(checked.data, [checkedText.data]);
  if (draft.isRetired) intake.note("exchange.noteHidden");
  for (const lost of draft.lost ?? []) intake.note(lost.key, lost.values);
  return {
    name,
    category: draft.category,
    structure: checked.data,
    texts: { [settings.language]: checkedText.data },
    media: intake.media.filter(({ name: medium }) => used.includes(medium)),
    isRetired: draft.isRetired,
    notes: intake.notes,
  };
}

const longestName = 120;

/** A question without a name is called by its first words. */
function nameOf({ name, stem }: Draft): string {
  const given = storable(name).replace(/\s+/g, " ").trim() || firstWords(stem);
  return given.length > longestName ? `${given.slice(0, longestName - 1)}…` : given || "?";
}

export function firstWords(stem: HtmlNode[]): string {
  const words = storable(plainTextOf(stem).replace(/\uE000\w+\uE001/g, "…")).replace(/\s+/g, " ");
  return words.length > 60 ? `${words.slice(0, 60).replace(/\s\S*$/, "")}…` : words;
}

/** The same file gives the same keys each time, so that what is there already is recognised. */
function keyOf(given: string | undefined, name: string, taken: TakenKeys): string {
  const plain = (given ?? "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/[-_.]+/g, (signs) => signs[0] as string)
    .replace(/^[-_.]+|[-_.]+$/g, "")
    .slice(0, 64)
    .replace(/[-_.]+$/, "");
  return taken.free(plain || slugOf(name, "question"));
}
