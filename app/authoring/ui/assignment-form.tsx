import { Form } from "@remix-run/react";

import { answerWays, defaultLimits, fileKinds } from "#app/assessment/assignment-form.ts";
import { TitleFields } from "#app/assessment/ui/title-fields.tsx";
import type { FormErrors } from "#app/platform/form-fields.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { defaultLanguage, languageName } from "#app/platform/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox, RadioGroup } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type Failed = { errors: FormErrors; typed: Record<string, string> };

/** A new assignment: what is to be done, how it is answered, and what completes it. */
export function AssignmentForm({
  page: { languages, id },
  failed,
}: {
  page: { languages: string[]; id: string };
  failed?: Failed;
}) {
  const t = useT();
  const { typed, errors } = failed ?? {};
  return (
    <Form method="post" noValidate className="stack">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="id" value={typed?.id ?? id} />
      <TitleFields languages={languages} typed={typed} errors={errors} />
      {languages.map((tag) => (
        <TextArea
          key={tag}
          name={`task_${tag}`}
          lang={tag}
          label={t("outline.assignmentTask", { language: languageName(tag) })}
          hint={tag === defaultLanguage ? t("outline.assignmentTaskHint") : undefined}
          isOptional={tag !== defaultLanguage}
          defaultValue={typed?.[`task_${tag}`]}
          error={errors?.[`task_${tag}`]}
        />
      ))}
      <RadioGroup
        name="answer"
        legend={t("outline.assignmentAnswer")}
        options={answerWays.map((value) => ({
          value,
          label: t(`outline.assignmentAnswer_${value}`),
          hint: value === "both" ? t("outline.assignmentBothHint") : undefined,
        }))}
        defaultValue={typed?.answer ?? "text"}
        error={errors?.answer}
      />
      <LimitFields {...failed} />
      <TextField
        name="minutes"
        label={t("quizzes.fieldMinutes")}
        inputMode="numeric"
        maxLength={4}
        defaultValue={typed?.minutes ?? "30"}
        error={errors?.minutes}
      />
      <CompleteField defaultValue={typed?.complete ?? "passed"} error={errors?.complete} />
      <TextField
        name="passMark"
        label={t("quizzes.fieldPassMark")}
        hint={t("quizzes.assignmentPassMarkHint")}
        inputMode="decimal"
        maxLength={5}
        defaultValue={typed?.passMark ?? "50"}
        error={errors?.passMark}
      />
      <p className="text-slate">{t("outline.assignmentRubric")}</p>
      <div>
        <Button>{t("outline.addAssignmentButton")}</Button>
      </div>
    </Form>
  );
}

const kindLabels = {
  pdf: "bank.acceptPdf",
  document: "bank.acceptDocument",
  image: "bank.acceptImage",
  text: "bank.acceptText",
} as const satisfies Record<(typeof fileKinds)[number], MessageKey>;

/** How long a text may be, which files are taken, and the points. */
function LimitFields({ typed, errors }: Partial<Failed>) {
  const t = useT();
  const number = (name: "maxCharacters" | "maxMegabytes" | "points") => ({
    name,
    label: t(`bank.${name}`),
    defaultValue: typed?.[name] ?? String(defaultLimits[name]),
    error: errors?.[name],
  });
  return (
    <>
      <fieldset className="stack">
        <legend className="font-semibold">{t("outline.assignmentTextLegend")}</legend>
        <TextField {...number("maxCharacters")} inputMode="numeric" maxLength={6} />
      </fieldset>
      <fieldset className="stack">
        <legend className="font-semibold">{t("outline.assignmentFileLegend")}</legend>
        <p>{t("bank.accept")}</p>
        {fileKinds.map((kind) => (
          <Checkbox
            key={kind}
            name={`accept_${kind}`}
            label={t(kindLabels[kind])}
            defaultChecked={typed ? typed[`accept_${kind}`] === "yes" : true}
            error={errors?.[`accept_${kind}`]}
          />
        ))}
        <TextField
          {...number("maxMegabytes")}
          hint={t("bank.maxMegabytesHint")}
          inputMode="decimal"
          maxLength={5}
        />
      </fieldset>
      <TextField {...number("points")} inputMode="decimal" maxLength={6} />
    </>
  );
}

/** What completes an assignment. */
export function CompleteField({ defaultValue, error }: { defaultValue: string; error?: MessageKey }) {
  const t = useT();
  return (
    <RadioGroup
      name="complete"
      legend={t("outline.assignmentComplete")}
      options={[
        {
          value: "submitted",
          label: t("outline.assignmentComplete_submitted"),
          hint: t("outline.assignmentCompleteSubmittedHint"),
        },
        { value: "passed", label: t("outline.assignmentComplete_passed") },
      ]}
      defaultValue={defaultValue}
      error={error}
    />
  );
}
