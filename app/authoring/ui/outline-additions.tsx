import { Form } from "@remix-run/react";

import { TitleFields } from "#app/assessment/ui/title-fields.tsx";
import { useT } from "#app/platform/i18n.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import type { OutlinePage } from "../draft-outline.server.ts";
import { MaterialAdditions } from "./material-additions.tsx";
import { Addition, Choice, type Failed } from "./outline-addition.tsx";

/** The forms that add a step to an outline. */
export function OutlineAdditions({ page, failed }: { page: OutlinePage; failed?: Failed }) {
  const t = useT();
  const { slug, languages, quizzes, packages, hasSurvey } = page;
  const ofOthers = ["quiz", "package", "video", "file", "address"];
  const isLesson = failed && !ofOthers.some((field) => failed.errors[field]);
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
      <MaterialAdditions page={page} failed={failed} />
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
