import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { beginAttempt } from "#app/assessment/attempt-entry.server.ts";
import { quizStatus } from "#app/assessment/quiz-status.server.ts";
import { startWords } from "#app/assessment/start-words.ts";
import { LocalTime } from "#app/assessment/ui/local-time.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { assignmentLink } from "#app/learning/ui/activity-link.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { attemptTable } from "#app/reporting/attempt-table.ts";
import { ReportTableView } from "#app/reporting/ui/report-table-view.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "quiz.startTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const language = languageOf(request);
  const quiz = await quizStatus(
    await requireActor(request),
    requireParam(params, "course"),
    requireParam(params, "activity"),
    language,
  );
  const elsewhere = assignmentLink(quiz);
  if (elsewhere) return redirect(elsewhere);
  const i18n = i18nFor(language);
  return { ...quiz, words: startWords(i18n, quiz), attemptTable: attemptTable(i18n, quiz) };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const activity = requireParam(params, "activity");
  const fields = fieldsOf(await request.formData());
  const { number, errors } = await beginAttempt(actor, course, activity, {
    accessCode: String(fields.accessCode ?? ""),
    isHonest: fields.isHonest === "yes",
  });
  if (errors) return data({ errors }, { status: 422 });
  return redirect(`/learn/${course}/quizzes/${activity}/attempts/${number}`);
});

export default function QuizPage() {
  const t = useT();
  const quiz = useLoaderData<typeof loader>();
  return (
    <div className="measure stack">
      <Breadcrumbs items={[{ to: `/learn/${quiz.courseSlug}`, label: quiz.courseTitle }]} />
      <PageHeader title={quiz.quizTitle} />
      {quiz.isPassed && (
        <StatusTag kind="done">{t(quiz.canBeFailed ? "quiz.passed" : "quiz.answered")}</StatusTag>
      )}
      <ul className="grid gap-2">
        {quiz.words.rules.map(({ text, at }) => (
          <li key={text}>
            {text}
            {at && <LocalTime at={at} where={quiz.words.where} />}
          </li>
        ))}
      </ul>
      {quiz.words.reason && !quiz.isPassed && <Notice kind="info">{quiz.words.reason}</Notice>}
      {quiz.reason?.kind === "noneLeft" && <NoAttemptLeft />}
      {quiz.can && <StartForm />}
      {quiz.attempts.length > 0 && <Attempts />}
    </div>
  );
}

/** What is asked for at the beginning stands at the button that begins. */
function StartForm() {
  const t = useT();
  const { can, attempts, needsCode, needsHonesty, words } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  const isNew = can === "start";
  return (
    <Form method="post" reloadDocument noValidate className="stack">
      <ErrorSummary errors={errors} />
      {isNew && needsCode && (
        <TextField
          name="accessCode"
          label={words.codeLabel}
          hint={words.codeHint}
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          error={errors?.accessCode}
        />
      )}
      {isNew && needsHonesty && <Checkbox name="isHonest" label={words.honesty} error={errors?.isHonest} />}
      <Button>{t(isNew ? (attempts.length > 0 ? "quiz.again" : "quiz.start") : "quiz.goOn")}</Button>
    </Form>
  );
}

function NoAttemptLeft() {
  const t = useT();
  const { contacts } = useLoaderData<typeof loader>();
  return (
    <Notice kind="warning" title={t("quiz.noneLeftTitle")}>
      <p>{t("quiz.noneLeft")}</p>
      {contacts.length === 0 && <p>{t("quiz.noneLeftNobody")}</p>}
      <ul>
        {contacts.map(({ name, email }) => (
          <li key={email}>
            {name}, <a href={`mailto:${email}`}>{email}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Attempts() {
  const { attempts, attemptTable: table, courseSlug, activityId } = useLoaderData<typeof loader>();
  const here = `/learn/${courseSlug}/quizzes/${activityId}`;
  return (
    <ReportTableView
      table={table}
      csvTo={`${here}/attempts.csv`}
      cells={{
        // A document of its own: the pages of attempts have texts that this one has not loaded.
        number: (text) => (
          <Link to={`${here}/attempts/${text}/result`} reloadDocument>
            {text}
          </Link>
        ),
        outcome: (text, index) => (
          <StatusTag
            kind={attempts[index]?.isWaiting ? "neutral" : attempts[index]?.isPassed ? "done" : "wrong"}
          >
            {text}
          </StatusTag>
        ),
      }}
    />
  );
}
