import type { ReactNode } from "react";

import type { AskedQuestion } from "#app/assessment/asked-question.ts";
import type { AnswerFields } from "#app/assessment/response.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { CheckboxGroup, RadioGroup } from "#app/ui/choices.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import { RareFields } from "./rare-fields.tsx";

type Props = {
  asked: AskedQuestion;
  given: AnswerFields;
  errors?: FormErrors | null;
  /** Before the names of the usual types' fields, where several questions stand in one form. */
  prefix?: string;
};

const hints: Partial<Record<AskedQuestion["type"], MessageKey>> = {
  single: "quiz.hintOne",
  scenario: "quiz.hintOne",
  truefalse: "quiz.hintOne",
  multiple: "quiz.hintSome",
  order: "quiz.hintOrder",
  match: "quiz.hintMatch",
  numeric: "quiz.hintNumber",
  short: "quiz.hintShort",
};

/** A question of any type with its controls: native ones, so that keyboard, screen reader and no JavaScript all do. */
export function QuestionFields(props: Props) {
  const { context, q, rare } = props.asked;
  return (
    <>
      {context && <Prose html={context} />}
      {rare ? (
        <RareFields
          asked={{ q, rare }}
          given={props.given}
          errors={props.errors ?? {}}
          messagesUrl={props.asked.messagesUrl ?? ""}
        />
      ) : (
        <UsualFields {...props} />
      )}
    </>
  );
}

function UsualFields(props: Props) {
  const t = useT();
  const { asked, given, errors, prefix = "" } = props;
  const legend = <span className="text-lg leading-snug">{asked.q}</span>;
  const hint = t(hints[asked.type] ?? "quiz.hintOne");
  const unit = asked.unit ? t("quiz.unitHint", { unit: asked.unit }) : "";
  const places = asked.options.map((label, index) => ({ value: String(index), label }));
  const single = typeof given.answer === "string" ? given.answer : undefined;
  switch (asked.type) {
    case "multiple": {
      const chosen = Array.isArray(given.answer) ? given.answer : single ? [single] : [];
      return (
        <CheckboxGroup
          name={`${prefix}answer`}
          legend={legend}
          hint={hint}
          options={places}
          defaultValue={chosen}
          error={errors?.answer}
        />
      );
    }
    case "short":
      return (
        <TextField
          name={`${prefix}answer`}
          label={legend}
          hint={hint}
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          defaultValue={single}
          error={errors?.answer}
        />
      );
    case "numeric":
      return (
        <TextField
          name={`${prefix}answer`}
          label={legend}
          hint={asked.isUnitAsked ? t("quiz.writeUnit") : `${hint} ${unit}`}
          inputMode={asked.isUnitAsked ? undefined : "decimal"}
          autoComplete="off"
          defaultValue={single}
          error={errors?.answer}
        />
      );
    case "order":
    case "match":
      return (
        <Parts name={`${prefix}parts`} legend={legend} hint={hint}>
          <PartSelects {...props} />
        </Parts>
      );
    default: {
      const truth = [
        { value: "true", label: t("quiz.true") },
        { value: "false", label: t("quiz.false") },
      ];
      return (
        <RadioGroup
          name={`${prefix}answer`}
          legend={legend}
          hint={hint}
          options={asked.type === "truefalse" ? truth : places}
          defaultValue={single}
          error={errors?.answer}
        />
      );
    }
  }
}

function Parts({
  name,
  legend,
  hint,
  children,
}: {
  name: string;
  legend: ReactNode;
  hint: string;
  children: ReactNode;
}) {
  return (
    <fieldset aria-describedby={`${name}-hint`}>
      <legend className="font-semibold">{legend}</legend>
      <p id={`${name}-hint`} className="text-slate">
        {hint}
      </p>
      <div className="mt-3 grid gap-4">{children}</div>
    </fieldset>
  );
}

/** One list to choose from for each part: its place in the order, or its partner. */
function PartSelects({ asked, given, errors, prefix = "" }: Props) {
  const t = useT();
  const nothing = { value: "", label: t("quiz.choose") };
  const choices =
    asked.type === "order"
      ? asked.options.map((_, index) => ({ value: String(index + 1), label: String(index + 1) }))
      : asked.right.map((label, index) => ({ value: String(index), label }));
  return asked.options.map((part, index) => {
    const name = `part-${index}`;
    const value = given[name];
    return (
      <SelectField
        key={name}
        name={prefix + name}
        label={part}
        options={[nothing, ...choices]}
        defaultValue={typeof value === "string" && Number(value) >= 0 ? value : ""}
        error={errors?.[name]}
      />
    );
  });
}
