import { difficulties, type QuestionType } from "#app/library/question-format.ts";
import type { DrawRule } from "#app/library/quiz-format.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { Checkbox, CheckboxGroup } from "#app/ui/choices.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { Option } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import { FieldGroup } from "./field-group.tsx";

type Counted = { path: string; count: number };

export type DrawChoices = {
  categories: Counted[];
  sharedBanks: { id: string; title: string; categories: Counted[] }[];
  tags: string[];
  lessons: { id: string; title: string }[];
  types: QuestionType[];
};

/** A draw as the form has it: numbers as they were typed. */
export type DrawFieldValues = {
  count: string;
  perLesson: string;
  allCritical: boolean;
  from: string[];
  shared: string[];
  rules: (Omit<DrawRule, "count" | "difficulties" | "types"> & {
    count: string;
    difficulties: string[];
    types: string[];
  })[];
};

type Errors = Record<string, MessageKey> | undefined;

/** What is drawn, and from where. */
export function DrawFields({
  values,
  choices,
  errors,
}: {
  values: DrawFieldValues;
  choices: DrawChoices;
  errors: Errors;
}) {
  const t = useT();
  const counted = ({ path, count }: Counted) => ({ value: path, label: `${path} (${count})` });
  return (
    <>
      <TextField
        name="count"
        label={t("quizzes.fieldCount")}
        inputMode="numeric"
        defaultValue={values.count}
        error={errors?.count}
      />
      <TextField
        name="perLesson"
        label={t("quizzes.fieldPerLesson")}
        inputMode="numeric"
        defaultValue={values.perLesson}
        error={errors?.perLesson}
      />
      <Checkbox
        name="allCritical"
        label={t("quizzes.fieldAllCritical")}
        defaultChecked={values.allCritical}
      />
      <CheckboxGroup
        name="from"
        legend={t("quizzes.fieldFrom")}
        hint={t("quizzes.fieldFromHint")}
        options={choices.categories.map(counted)}
        defaultValue={values.from}
      />
      <SharedBanks banks={choices.sharedBanks} chosen={values.shared} />
      <FieldGroup title={t("quizzes.rules")}>
        <p className="text-slate">{t("quizzes.rulesHint")}</p>
        {values.rules.map((rule, index) => (
          <RuleFields key={index} index={index} rule={rule} choices={choices} errors={errors} />
        ))}
      </FieldGroup>
    </>
  );
}

/** A shared bank can have many categories: each bank opens on its own. */
function SharedBanks({ banks, chosen }: { banks: DrawChoices["sharedBanks"]; chosen: string[] }) {
  const t = useT();
  if (banks.length === 0) return null;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-semibold">{t("quizzes.fieldShared")}</legend>
      {banks.map(({ id, title, categories }) => {
        const options = [
          { value: id, label: t("quizzes.wholeBank", { bank: title }) },
          ...categories.map(({ path, count }) => ({ value: `${id}/${path}`, label: `${path} (${count})` })),
        ];
        const here = options.map(({ value }) => value).filter((value) => chosen.includes(value));
        const summary =
          here.length > 0 ? t("quizzes.partChosen", { part: title, count: here.length }) : title;
        return (
          <Disclosure key={id} summary={summary} isOpen={here.length > 0}>
            <CheckboxGroup
              name="shared"
              id={`shared-${id}`}
              legend={<span className="sr-only">{title}</span>}
              options={options}
              defaultValue={here}
            />
          </Disclosure>
        );
      })}
    </fieldset>
  );
}

function RuleFields({
  index,
  rule,
  choices,
  errors,
}: {
  index: number;
  rule: DrawFieldValues["rules"][number];
  choices: DrawChoices;
  errors: Errors;
}) {
  const t = useT();
  const plain = (value: string) => ({ value, label: value });
  const parts: [part: string, title: string, options: Option[], chosen: string[]][] = [
    ["categories", t("quizzes.ruleCategories"), everyCategory(choices).map(plain), rule.categories],
    ["tags", t("quizzes.ruleTags"), choices.tags.map(plain), rule.tags],
    [
      "lessons",
      t("quizzes.ruleLessons"),
      choices.lessons.map(({ id, title }) => ({ value: id, label: title })),
      rule.lessons,
    ],
    [
      "difficulties",
      t("quizzes.ruleDifficulties"),
      difficulties.map((value) => ({ value, label: t(`bank.difficulty_${value}`) })),
      rule.difficulties,
    ],
    [
      "types",
      t("quizzes.ruleTypes"),
      choices.types.map((value) => ({ value, label: t(`bank.type_${value}`) })),
      rule.types,
    ],
  ];
  return (
    <fieldset className="card stack">
      <legend className="font-semibold">{t("quizzes.rule", { number: index + 1 })}</legend>
      <TextField
        name={`rule${index}count`}
        label={t("quizzes.ruleCount")}
        hint={t("quizzes.ruleCountHint")}
        inputMode="numeric"
        defaultValue={rule.count}
        error={errors?.[`rule${index}count`]}
      />
      {parts.map(([part, title, options, chosen]) =>
        options.length === 0 ? null : (
          <Disclosure
            key={part}
            summary={
              chosen.length > 0
                ? t("quizzes.partChosen", { part: title, count: chosen.length })
                : t("quizzes.partAny", { part: title })
            }
          >
            <CheckboxGroup
              name={`rule${index}${part}`}
              legend={title}
              options={options}
              defaultValue={chosen}
            />
          </Disclosure>
        ),
      )}
    </fieldset>
  );
}

function everyCategory({ categories, sharedBanks }: DrawChoices): string[] {
  const paths = [categories, ...sharedBanks.map((bank) => bank.categories)].flat().map(({ path }) => path);
  return [...new Set(paths)].sort();
}
