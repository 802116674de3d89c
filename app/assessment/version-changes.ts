import type { QuestionText } from "#app/library/question-format.ts";
import type { MessageKey, MessageValues } from "#app/platform/i18n.tsx";
import { type Language, writtenLanguages } from "#app/platform/languages.ts";

import { commonFields } from "./editor/common-form.ts";
import type { FormFields } from "./editor/form-fields.ts";
import { textFields } from "./editor/text-form.ts";
import { textParts } from "./editor/text-parts.ts";
import type { QuestionContent } from "./question-version.server.ts";

/** One thing that differs between two versions: a text of a language, or a setting (`language` null). */
export type VersionChange = {
  label: MessageKey;
  values?: MessageValues;
  language: Language | null;
  before: string;
  after: string;
};

const marks = {
  lesson: "bank.lesson",
  points: "bank.points",
  critical: "bank.critical",
  recheck: "bank.recheck",
  facts: "bank.facts",
  tags: "bank.tags",
  difficulty: "bank.difficulty",
} as const satisfies Record<string, MessageKey>;

/** What one version of a question says otherwise than another. */
export function versionChanges(before: QuestionContent, after: QuestionContent): VersionChange[] {
  return [
    ...textChanges(before, after),
    ...markChanges(before, after),
    ...keyChange(before, after),
    ...fileChanges(before, after),
  ];
}

function textChanges(before: QuestionContent, after: QuestionContent): VersionChange[] {
  // The parts of both: what was removed is named too.
  const parts = [...textParts(after.question), ...textParts(before.question)];
  return writtenLanguages.flatMap((language) => {
    const [old, now] = [fieldsIn(before, language), fieldsIn(after, language)];
    const named = new Set<string>();
    return parts.flatMap(({ name, label, values }) => {
      if (named.has(name) || (old[name] ?? "") === (now[name] ?? "")) return [];
      named.add(name);
      return [
        { label, ...(values ? { values } : {}), language, before: old[name] ?? "", after: now[name] ?? "" },
      ];
    });
  });
}

function fieldsIn({ texts }: { texts: ReadonlyMap<Language, QuestionText> }, language: Language): FormFields {
  const text = texts.get(language);
  return text ? textFields(text) : {};
}

function markChanges(before: QuestionContent, after: QuestionContent): VersionChange[] {
  const [old, now] = [commonFields(before.question), commonFields(after.question)];
  return Object.entries(marks)
    .filter(([name]) => old[name] !== now[name])
    .map(([name, label]) => ({ label, language: null, before: old[name] ?? "", after: now[name] ?? "" }));
}

/** Key, parts and scoring are told as one: written out they would mean little. */
function keyChange(before: QuestionContent, after: QuestionContent): VersionChange[] {
  const restOf = ({ question }: QuestionContent) =>
    JSON.stringify(
      Object.entries(question)
        .filter(([name]) => !(name in marks) && name !== "id" && name !== "sources")
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  const sourcesOf = ({ question }: QuestionContent) =>
    question.sources.map(({ publisher, title }) => `${publisher}: ${title}`).join("; ");
  const changes: VersionChange[] = [];
  if (restOf(before) !== restOf(after)) {
    changes.push({ label: "bank.changedKey", language: null, before: "", after: "" });
  }
  if (JSON.stringify(before.question.sources) !== JSON.stringify(after.question.sources)) {
    changes.push({
      label: "bank.documents",
      language: null,
      before: sourcesOf(before),
      after: sourcesOf(after),
    });
  }
  return changes;
}

function fileChanges(before: QuestionContent, after: QuestionContent): VersionChange[] {
  const named = ({ media }: QuestionContent) =>
    media
      .map(({ name, sha256 }) => `${name} ${sha256}`)
      .sort()
      .join();
  if (named(before) === named(after)) return [];
  const words = ({ media }: QuestionContent) => media.map(({ name }) => name).join(", ");
  return [{ label: "bank.files", language: null, before: words(before), after: words(after) }];
}
