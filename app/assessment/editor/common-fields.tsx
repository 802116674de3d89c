import { difficulties } from "#app/library/question-format.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { Option } from "#app/ui/select-field.tsx";

import { Line, Select, Tick, useEditor } from "./editor-context.tsx";
import { PartList } from "./part-list.tsx";

/** What there is to choose from in the bank of the question. */
export type CommonChoices = {
  categories: string[];
  /** Lessons of the bank's course; empty for a shared bank. */
  lessons: Option[];
  /** Facts of the bank's course with their documents. */
  facts: Option[];
};

const difficultyLabels = {
  easy: "bank.difficulty_easy",
  medium: "bank.difficulty_medium",
  hard: "bank.difficulty_hard",
} as const;

/** Where a question belongs and how it counts. */
export function MarkFields({ choices }: { choices: CommonChoices }) {
  const t = useT();
  const { fields } = useEditor();
  const lesson = fields.lesson ?? "";
  const lessons =
    choices.lessons.some(({ value }) => value === lesson) || lesson === ""
      ? choices.lessons
      : [...choices.lessons, { value: lesson, label: lesson }];
  return (
    <>
      <Line name="category" label={t("bank.category")} hint={t("bank.categoryHint")} list="categories" />
      <datalist id="categories">
        {choices.categories.map((path) => (
          <option key={path} value={path} />
        ))}
      </datalist>
      {lessons.length > 0 ? (
        <Select
          name="lesson"
          label={t("bank.lesson")}
          options={[{ value: "", label: t("bank.noLesson") }, ...lessons]}
        />
      ) : (
        <input type="hidden" name="lesson" value="" />
      )}
      <Line name="tags" label={t("bank.tags")} hint={t("bank.tagsHint")} isOptional />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="difficulty"
          label={t("bank.difficulty")}
          options={[
            { value: "", label: t("bank.difficultyNone") },
            ...difficulties.map((value) => ({ value, label: t(difficultyLabels[value]) })),
          ]}
        />
        <Line name="points" label={t("bank.points")} inputMode="decimal" />
      </div>
      <Tick name="critical" label={t("bank.critical")} hint={t("bank.criticalHint")} />
      <Tick name="recheck" label={t("bank.recheck")} hint={t("bank.recheckHint")} />
    </>
  );
}

/** What the question rests on: facts of the course, and documents of its own. */
export function SourceFields({ choices }: { choices: CommonChoices }) {
  const t = useT();
  const { fields } = useEditor();
  return (
    <>
      <Line name="facts" label={t("bank.facts")} hint={t("bank.factsHint")} isOptional />
      {choices.facts.length > 0 && (
        <Disclosure summary={t("bank.factsOfCourse")}>
          <ul className="grid gap-1">
            {choices.facts.map(({ value, label }) => (
              <li key={value}>
                <span className="font-semibold">{value}</span> {label}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <PartList
        list="sources"
        legend={t("bank.documents")}
        hint={t("bank.documentsHint")}
        partLabel="bank.documentN"
        addLabel="bank.addDocument"
        least={0}
      >
        {(id) => (
          <>
            <Line name={`source.${id}.publisher`} label={t("bank.sourcePublisher")} />
            <Line name={`source.${id}.title`} label={t("bank.sourceTitle")} />
            <div className="grid gap-3 sm:grid-cols-2">
              <Line
                name={`source.${id}.date`}
                label={t("bank.sourceDate")}
                hint={t("bank.sourceDateHint")}
                isOptional
              />
              <Line
                name={`source.${id}.url`}
                label={t("bank.sourceUrl")}
                hint={t("bank.sourceUrlHint")}
                inputMode="url"
                isOptional
              />
            </div>
            <input type="hidden" name={`source.${id}.review`} value={fields[`source.${id}.review`] ?? ""} />
          </>
        )}
      </PartList>
    </>
  );
}
