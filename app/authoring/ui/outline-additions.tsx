import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

import { TitleFields } from "#app/assessment/ui/title-fields.tsx";
import type { FormErrors } from "#app/platform/form-fields.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import type { OutlinePage } from "../draft-outline.server.ts";

type Failed = { errors: FormErrors; typed: Record<string, string> };

/** The forms that add a step to an outline. */
export function OutlineAdditions({ page, failed }: { page: OutlinePage; failed?: Failed }) {
  const t = useT();
  const { slug, languages, quizzes, packages, hasSurvey } = page;
  const isLesson = failed && !failed.errors.quiz && !failed.errors.package;
  return (
    <section className="stack" aria-labelledby="add-title">
      <h2 id="add-title">{t("outline.add")}</h2>
      <Addition title={t("outline.addLesson")} lead={t("outline.addLessonLead")} isOpen={isLesson}>
        <Form method="post" noValidate className="stack">
          <input type="hidden" name="intent" value="lesson" />
          <TitleFields languages={languages} typed={failed?.typed} errors={failed?.errors} />
          <TextField
            name="minutes"
            label={t("quizzes.fieldMinutes")}
            inputMode="numeric"
            maxLength={4}
            defaultValue={failed?.typed.minutes ?? "10"}
            error={failed?.errors.minutes}
          />
          <div>
            <Button>{t("outline.addLessonButton")}</Button>
          </div>
        </Form>
      </Addition>
      <Addition title={t("transfer.share")} lead={t("transfer.shareLead")}>
        <p>
          <ButtonLink to={`/teach/${slug}/draft/shared-lesson`} variant="secondary">
            {t("transfer.chooseCourse")}
          </ButtonLink>
        </p>
      </Addition>
      <Addition title={t("outline.addQuiz")} lead={t("outline.addQuizLead")} isOpen={!!failed?.errors.quiz}>
        {quizzes.length === 0 && <p>{t("outline.noQuizzes")}</p>}
        {quizzes.length > 0 && (
          <Choice
            intent="quiz"
            label={t("outline.fieldQuiz")}
            options={quizzes.map(({ slug: value, title, questionCount, mode }) => ({
              value,
              label:
                questionCount === 0
                  ? t("outline.quizEmpty", { title })
                  : mode === "assignment"
                    ? t("outline.quizIsAssignment", { title })
                    : title,
            }))}
            button={t("outline.addQuizButton")}
            failed={failed}
          />
        )}
        <p>
          <ButtonLink to={`/teach/${slug}/quizzes/new`} variant="secondary">
            {t("outline.newQuiz")}
          </ButtonLink>
        </p>
      </Addition>
      <Addition title={t("outline.addAssignment")} lead={t("outline.addAssignmentLead")}>
        <p>
          <ButtonLink to={`/teach/${slug}/draft/assignments/new`} variant="secondary">
            {t("outline.newAssignment")}
          </ButtonLink>
        </p>
      </Addition>
      <Addition
        title={t("outline.addPackage")}
        lead={t("outline.addPackageLead")}
        isOpen={!!failed?.errors.package}
      >
        {packages.length === 0 && <p>{t("outline.noPackages")}</p>}
        {packages.length > 0 && (
          <Choice
            intent="package"
            label={t("outline.fieldPackage")}
            options={packages.map(({ value, title }) => ({ value, label: title }))}
            button={t("outline.addPackageButton")}
            failed={failed}
          />
        )}
        <p>
          <ButtonLink to="/teach/packages" variant="secondary">
            {t("outline.uploadPackage")}
          </ButtonLink>
        </p>
      </Addition>
      <Addition title={t("learn.kindSession")} lead={t("outline.addSessionLead")}>
        <Form method="post">
          <Button name="intent" value="session">
            {t("outline.addSessionButton")}
          </Button>
        </Form>
      </Addition>
      {!hasSurvey && (
        <Addition title={t("outline.addSurvey")} lead={t("outline.addSurveyLead")}>
          <Form method="post">
            <Button name="intent" value="survey">
              {t("outline.addSurveyButton")}
            </Button>
          </Form>
        </Addition>
      )}
    </section>
  );
}

function Addition({
  title,
  lead,
  isOpen = false,
  children,
}: {
  title: string;
  lead: string;
  isOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="card" open={isOpen || undefined}>
      <summary className="min-h-11 py-2 font-semibold">{title}</summary>
      <div className="stack pt-2">
        <p className="text-slate">{lead}</p>
        {children}
      </div>
    </details>
  );
}

function Choice({
  intent,
  label,
  options,
  button,
  failed,
}: {
  intent: "quiz" | "package";
  label: string;
  options: { value: string; label: string }[];
  button: string;
  failed?: Failed;
}) {
  const t = useT();
  return (
    <Form method="post" noValidate className="stack">
      <input type="hidden" name="intent" value={intent} />
      <SelectField
        name={intent}
        label={label}
        options={[{ value: "", label: t("outline.choose") }, ...options]}
        defaultValue={failed?.typed[intent]}
        error={failed?.errors[intent]}
      />
      <div>
        <Button>{button}</Button>
      </div>
    </Form>
  );
}
