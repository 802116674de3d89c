import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { assignmentSettingsPage, submitAssignmentSettings } from "#app/assessment/assignment.server.ts";
import { AssignmentSettingsFields } from "#app/assessment/ui/assignment/assignment-settings-fields.tsx";
import { AnswerLimits } from "#app/assessment/ui/assignment/assignment-task.tsx";
import { CompletenessTags } from "#app/assessment/ui/completeness-tags.tsx";
import { QuizPageHeader } from "#app/assessment/ui/quiz-page-header.tsx";
import { RemoveForm } from "#app/assessment/ui/remove-form.tsx";
import { RubricNote } from "#app/assessment/ui/rare/rubric-note.tsx";
import { canRemoveQuiz, submitQuizRemoval } from "#app/authoring/quiz-removal.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { OfWhich } from "#app/ui/of-which.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "quizzes.assignmentTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, assignment] = [requireParam(params, "course"), requireParam(params, "assignment")];
  return {
    ...(await assignmentSettingsPage(actor, course, assignment, languageOf(request))),
    canRemove: await canRemoveQuiz(actor, course, assignment),
  };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, assignment] = [requireParam(params, "course"), requireParam(params, "assignment")];
  const fields = fieldsOf(await request.formData());
  if (fields.intent === "remove") {
    const errors = await submitQuizRemoval(actor, course, assignment, fields);
    if (errors) return data({ errors, typed: null }, { status: 422 });
    return redirect(`/teach/${course}/quizzes`);
  }
  const failed = await submitAssignmentSettings(actor, course, assignment, fields);
  if (failed) return data(failed, { status: 422 });
  return redirect(`/teach/${course}/assignments/${assignment}?saved=yes`);
});

/** The task and how it is graded, for those who teach the course. */
export default function AssignmentPage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failed = answer?.typed ? answer : undefined;
  const search = useSearchParams()[0];
  return (
    <div className="measure grid gap-8">
      <QuizPageHeader page={page}>
        <p>{t("quizzes.assignmentLead")}</p>
      </QuizPageHeader>
      {search.has("saved") && !answer && (
        <Notice kind="success" isStatus>
          {t("quizzes.assignmentSaved")}
        </Notice>
      )}
      <Task />
      <section className="stack">
        <h2>{t("quizzes.navSettings")}</h2>
        <Form method="post" noValidate className="grid gap-6" key={page.version}>
          <ErrorSummary errors={failed?.errors} />
          <AssignmentSettingsFields fields={failed?.typed ?? page.fields} errors={failed?.errors} />
          <div>
            <Button>{t("quizzes.save")}</Button>
          </div>
        </Form>
      </section>
      {page.canRemove && (
        <RemoveForm kind="assignment" errors={answer?.typed === null ? answer.errors : undefined} />
      )}
    </div>
  );
}

function Task() {
  const { t, formatNumber } = useI18n();
  const { parts } = useLoaderData<typeof loader>();
  return (
    <section className="stack">
      <h2>{t("assignment.task")}</h2>
      {parts.length > 1 && <p>{t("quizzes.assignmentBoth")}</p>}
      {parts.map(({ id, bankId, asked, points, completeness }) => (
        <article key={id} className="card stack">
          <h3 className="text-lg whitespace-pre-line">{asked.q}</h3>
          <p className="text-slate">{t("quizzes.assignmentPoints", { points: formatNumber(points) })}</p>
          <AnswerLimits asked={asked} />
          {asked.rare && "rubric" in asked.rare && <RubricNote rubric={asked.rare.rubric} />}
          <CompletenessTags completeness={completeness} />
          <p>
            <Link
              to={`/teach/banks/${bankId}/questions/${id}/edit`}
              className="inline-flex min-h-11 items-center"
            >
              {t("quizzes.assignmentEdit")}
              <OfWhich>{asked.q}</OfWhich>
            </Link>
          </p>
        </article>
      ))}
    </section>
  );
}
