import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { questionPage } from "#app/assessment/attempt-pages.server.ts";
import { saveAnswer } from "#app/assessment/answering/answer.server.ts";
import { useAnswer } from "#app/assessment/ui/autosave.tsx";
import { FileAnswer } from "#app/assessment/ui/grading/file-answer.tsx";
import { FeedbackBox } from "#app/assessment/ui/feedback-box.tsx";
import { OtherAnswerForm } from "#app/assessment/ui/other-answer-form.tsx";
import { QuestionFields } from "#app/assessment/ui/question-fields.tsx";
import { TimeLeft } from "#app/assessment/ui/time-left.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { assignmentLink } from "#app/learning/ui/activity-link.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
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
  const page = await questionPage(actor, ...placeOf(params), languageOf(request));
  const elsewhere = assignmentLink(page);
  // With what became of a file.
  return elsewhere ? redirect(elsewhere + new URL(request.url).search) : page;
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [courseSlug, activityId, number, position] = placeOf(params);
  const fields = fieldsOf(await request.formData());
  const place = { courseSlug, activityId, number };
  const saved = await saveAnswer(actor, place, position, fields, languageOf(request));
  if (saved.errors) return data({ errors: saved.errors, given: fields, other: null }, { status: 422 });
  const { receipt, isConflict, isPractice, hasTakenStep, layout, total } = saved;
  // Another window answered it, and this page had not shown that: she decides, or at least sees it.
  if (receipt.other) {
    return data({ errors: null, given: fields, other: { ...receipt, isConflict } }, { status: 409 });
  }
  const here = `/learn/${courseSlug}/quizzes/${activityId}/attempts/${number}`;
  if (isPractice || hasTakenStep) return redirect(`${here}/questions/${position}`);
  if (layout === "all") return redirect(`${here}/questions#question-${position}`);
  return redirect(position < total ? `${here}/questions/${position + 1}` : `${here}/summary`);
});

export default function QuizQuestionPage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const here = `/learn/${page.courseSlug}/quizzes/${page.activityId}/attempts/${page.number}`;
  const isLast = page.position === page.palette.length;
  const after = isLast ? `${here}/summary` : `${here}/questions/${page.position + 1}`;
  const isOnOnePage = page.layout === "all";
  const next = isOnOnePage ? `${here}/questions#question-${page.position}` : after;
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
          <ButtonLink to={next}>
            {t(isOnOnePage ? "quiz.palette" : isLast ? "quiz.toResult" : "quiz.nextQuestion")}
          </ButtonLink>
        </>
      ) : (
        <AnswerForm key={page.position} address={here} next={next} />
      )}
      {isOnOnePage ? <Link to={next}>{t("quiz.palette")}</Link> : page.canGoBack && <Palette here={here} />}
    </div>
  );
}

function AnswerForm({ address, next }: { address: string; next: string }) {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const { asked, tellsAtOnce, answering, position, revision } = page;
  const result = useActionData<typeof action>();
  const failed = result && "errors" in result ? result : null;
  const other = failed?.other ?? null;
  const answer = useAnswer({ type: asked.type, answering, address, position, revision, next });
  const isTest = !tellsAtOnce;
  if (asked.type === "file") {
    return (
      <>
        {isTest && <TimeLeft answering={answering} address={address} />}
        <FileAnswer
          asked={asked}
          given={page.given}
          address={`${address}/questions/${position}`}
          next={next}
        />
      </>
    );
  }
  return (
    <>
      {isTest && <TimeLeft answering={answering} address={address} />}
      {other && <OtherAnswerForm type={asked.type} other={other} own={failed?.given ?? {}} />}
      <Form method="post" noValidate className="stack" {...(isTest ? answer.form : {})}>
        <ErrorSummary errors={failed?.errors ?? undefined} />
        <QuestionFields
          key={answer.key}
          asked={asked}
          given={answer.fields ?? failed?.given ?? page.given}
          errors={failed?.errors ?? undefined}
        />
        {isTest && answer.inside}
        {isTest && answer.note}
        {isTest && answer.status}
        <Button>{t(tellsAtOnce ? "quiz.check" : "quiz.saveNext")}</Button>
      </Form>
    </>
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
