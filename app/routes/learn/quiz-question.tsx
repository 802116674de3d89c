import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { questionPage, readAnswer } from "#app/assessment/attempt-pages.server.ts";
import { saveResponse } from "#app/assessment/attempt.server.ts";
import { useAutosave } from "#app/assessment/ui/autosave.tsx";
import { FeedbackBox } from "#app/assessment/ui/feedback-box.tsx";
import { QuestionFields } from "#app/assessment/ui/question-fields.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, fieldsOf, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "quiz.questionTitle" } satisfies PageHandle;

function placeOf(params: Record<string, string | undefined>) {
  return [
    requireParam(params, "course"),
    requireParam(params, "activity"),
    Number(requireParam(params, "number")),
    Number(requireParam(params, "position")),
  ] as const;
}

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  return questionPage(actor, ...placeOf(params), languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, activity, number, position] = placeOf(params);
  const fields = fieldsOf(await request.formData());
  const { response, errors, order, isPractice, hasTakenStep, total } = await readAnswer(
    actor,
    course,
    activity,
    number,
    position,
    fields,
  );
  if (errors) return data({ errors, given: fields }, { status: 422 });
  await saveResponse(actor, course, activity, number, position, response, order);
  const here = `/learn/${course}/quizzes/${activity}/attempts/${number}`;
  if (isPractice || hasTakenStep) return redirect(`${here}/questions/${position}`);
  return redirect(position < total ? `${here}/questions/${position + 1}` : `${here}/summary`);
});

export default function QuizQuestionPage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const here = `/learn/${page.courseSlug}/quizzes/${page.activityId}/attempts/${page.number}`;
  const isLast = page.position === page.palette.length;
  const next = isLast ? `${here}/summary` : `${here}/questions/${page.position + 1}`;
  return (
    <div className="measure stack">
      <Breadcrumbs
        items={[
          { to: `/learn/${page.courseSlug}`, label: page.courseTitle },
          { to: `/learn/${page.courseSlug}/quizzes/${page.activityId}`, label: page.quizTitle },
        ]}
      />
      <PageHeader title={t("quiz.questionOf", { position: page.position, total: page.palette.length })} />
      {page.isCritical && <p className="text-accent">{t("quiz.criticalNote")}</p>}
      {page.feedback ? (
        <>
          <p className="text-lg font-semibold">{page.asked.q}</p>
          <FeedbackBox type={page.asked.type} feedback={page.feedback} />
          <ButtonLink to={next}>{t(isLast ? "quiz.toResult" : "quiz.nextQuestion")}</ButtonLink>
        </>
      ) : (
        <AnswerForm key={page.position} address={`${here}/questions/${page.position}`} />
      )}
      <Palette here={here} />
    </div>
  );
}

function AnswerForm({ address }: { address: string }) {
  const t = useT();
  const { asked, given, mode } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failed = result && "errors" in result ? result : null;
  const answerAddress = `${address}/answer`;
  const { onChange, status, order } = useAutosave(answerAddress);
  return (
    <Form
      method="post"
      noValidate
      className="stack"
      data-autosave={answerAddress}
      onChange={mode === "test" ? onChange : undefined}
    >
      <ErrorSummary errors={failed?.errors} />
      <QuestionFields asked={asked} given={failed?.given ?? given} errors={failed?.errors} />
      {order}
      {mode === "test" && status}
      <Button>{t(mode === "practice" ? "quiz.check" : "quiz.saveNext")}</Button>
    </Form>
  );
}

/** All questions with their state; two clicks from the last answer to the result. */
function Palette({ here }: { here: string }) {
  const t = useT();
  const { palette, position, mode } = useLoaderData<typeof loader>();
  return (
    <nav aria-label={t("quiz.palette")} className="border-t border-line pt-4">
      <ul className="flex flex-wrap gap-2">
        {palette.map((item) => (
          <li key={item.position}>
            <Link
              to={`${here}/questions/${item.position}`}
              aria-current={item.position === position ? "step" : undefined}
              className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1 rounded-box border border-control px-2 no-underline aria-[current]:border-4 aria-[current]:border-ink"
            >
              {item.isAnswered && <Icon name="check" />}
              {item.position}
              <span className="sr-only">{t(item.isAnswered ? "quiz.answered" : "quiz.open")}</span>
            </Link>
          </li>
        ))}
      </ul>
      {mode === "test" && (
        <p className="mt-3">
          <Link to={`${here}/summary`}>{t("quiz.toSummary")}</Link>
        </p>
      )}
    </nav>
  );
}
