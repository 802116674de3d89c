import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSubmit } from "@remix-run/react";
import type { FormEvent } from "react";

import { saveAnswers } from "#app/assessment/answering/answers.server.ts";
import { questionsPage } from "#app/assessment/attempt-pages.server.ts";
import { attemptQueue } from "#app/assessment/ui/attempt-queue.ts";
import { OpenQuestion } from "#app/assessment/ui/open-question.tsx";
import { OtherAnswerForm } from "#app/assessment/ui/other-answer-form.tsx";
import { TimeLeft } from "#app/assessment/ui/time-left.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { assignmentLink } from "#app/learning/ui/activity-link.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "quiz.startTitle" } satisfies PageHandle;

function placeOf(params: Record<string, string | undefined>) {
  return {
    courseSlug: requireParam(params, "course"),
    activityId: requireParam(params, "activity"),
    number: Number(requireParam(params, "number")),
  };
}

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const { courseSlug, activityId, number } = placeOf(params);
  const page = await questionsPage(actor, courseSlug, activityId, number, languageOf(request));
  const elsewhere = assignmentLink(page);
  return elsewhere ? redirect(elsewhere) : page;
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const place = placeOf(params);
  const fields = fieldsOf(await request.formData());
  const { isPractice, errors, met } = await saveAnswers(actor, place, fields, languageOf(request));
  if (errors) return data({ errors, met, sent: fields }, { status: 422 });
  if (met.length > 0) return data({ errors, met, sent: fields }, { status: 409 });
  const here = `/learn/${place.courseSlug}/quizzes/${place.activityId}/attempts/${place.number}`;
  return redirect(isPractice ? `${here}/questions` : `${here}/summary`);
});

/** All questions in one form: each answer is saved as it is given, and without JavaScript all by one button. */
export default function QuizQuestionsPage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failed = result && "met" in result ? result : null;
  const submit = useSubmit();
  const { answering, tellsAtOnce, items } = page;
  const quiz = `/learn/${page.courseSlug}/quizzes/${page.activityId}`;
  const here = `${quiz}/attempts/${page.number}`;
  const isTest = !tellsAtOnce;
  const isOpen = items.some(({ asked, feedback }) => !asked.rare && !feedback);

  /** The server says what is missing; it is asked when it has everything, or else each question says how it stands. */
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    event.preventDefault();
    void attemptQueue(answering, here)
      .flush()
      .then((isSaved) => isSaved && submit(form));
  }

  return (
    <div className="measure stack">
      <Breadcrumbs
        items={[
          { to: `/learn/${page.courseSlug}`, label: page.courseTitle },
          { to: quiz, label: page.quizTitle },
        ]}
      />
      <PageHeader title={t("quiz.palette")} />
      {isTest && <TimeLeft answering={answering} address={here} />}
      {failed?.met.map(({ position, type, own, met }) => (
        <section key={position} aria-label={t("quiz.questionOf", { position, total: items.length })}>
          <p className="font-semibold">{t("quiz.questionOf", { position, total: items.length })}</p>
          <OtherAnswerForm type={type} to={`${here}/questions/${position}`} other={met} own={own} />
        </section>
      ))}
      <Form
        method="post"
        noValidate
        className="stack"
        {...(isTest ? { onSubmit, "data-autosave": `${here}/questions` } : {})}
      >
        <ErrorSummary errors={failed?.errors} />
        {items.map((item) => (
          <OpenQuestion
            key={item.position}
            item={item}
            total={items.length}
            answering={answering}
            address={here}
            isSavedAtOnce={isTest}
            sent={failed?.sent}
            errors={failed?.errors ?? undefined}
          />
        ))}
        {isOpen && <Button>{t(tellsAtOnce ? "quiz.check" : "quiz.saveNext")}</Button>}
      </Form>
      {!isOpen && <Link to={`${here}/summary`}>{t(isTest ? "quiz.toSummary" : "quiz.toResult")}</Link>}
    </div>
  );
}
