import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { assignmentPage, saveAssignmentText } from "#app/assessment/assignment-page.server.ts";
import { beginAttempt } from "#app/assessment/attempt-entry.server.ts";
import { AssignmentAnswer } from "#app/assessment/ui/assignment/assignment-answer.tsx";
import { AssignmentTask, NoCaseData } from "#app/assessment/ui/assignment/assignment-task.tsx";
import { HandIn } from "#app/assessment/ui/assignment/hand-in.tsx";
import { HandedIn } from "#app/assessment/ui/assignment/handed-in.tsx";
import { handInAssignment } from "#app/certification/learner-steps.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { type Fields, fieldsOf, type FormErrors } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "assignment.pageTitle" } satisfies PageHandle;

const lastLook = "hand-in";

export const loader = endpoint(async ({ request, params }) =>
  assignmentPage(
    await requireActor(request),
    requireParam(params, "course"),
    requireParam(params, "activity"),
    languageOf(request),
  ),
);

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, activity] = [requireParam(params, "course"), requireParam(params, "activity")];
  const language = languageOf(request);
  const fields = fieldsOf(await request.formData());
  const here = `/learn/${course}/assignments/${activity}`;
  const failed = (errors: FormErrors, given: Fields = {}) =>
    data({ errors, given, other: null }, { status: 422 });
  if (fields.intent === "begin") {
    const entry = { accessCode: String(fields.accessCode ?? ""), isHonest: fields.isHonest === "yes" };
    const { errors } = await beginAttempt(actor, course, activity, entry);
    return errors ? failed(errors) : redirect(here);
  }
  if (fields.intent === "hand-in") {
    const errors = await handInAssignment(actor, course, activity, language);
    return errors ? failed(errors) : redirect(here);
  }
  const { errors, receipt, isConflict } = await saveAssignmentText(actor, course, activity, fields, language);
  if (errors) return failed(errors, fields);
  if (receipt.other) {
    return data({ errors: null, given: fields, other: { ...receipt, isConflict } }, { status: 409 });
  }
  return redirect(`${here}?${lastLook}=yes`);
});

/** One page from the task to the comment of whoever has graded it. */
export default function AssignmentPage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const isLastLook = useSearchParams()[0].has(lastLook);
  const { answer, handIns, task, canBeFailed } = page;
  const here = `/learn/${page.courseSlug}/assignments/${page.activityId}`;
  const addressOf = (number: number) =>
    `/learn/${page.courseSlug}/quizzes/${page.activityId}/attempts/${number}`;
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs items={[{ to: `/learn/${page.courseSlug}`, label: page.courseTitle }]} />
      <PageHeader title={page.quizTitle} kicker={t("assignment.kicker")} />
      {answer && isLastLook ? (
        <HandIn answer={answer} address={addressOf(answer.number)} here={here} errors={failed?.errors} />
      ) : (
        <>
          {!answer && <HandedIn handIns={handIns} canBeFailed={canBeFailed} addressOf={addressOf} />}
          <Rules />
          {answer ? (
            <AssignmentAnswer
              key={answer.number}
              answer={answer}
              address={addressOf(answer.number)}
              next={`${here}?${lastLook}=yes`}
              failed={failed ?? null}
            />
          ) : handIns.length === 0 ? (
            <AssignmentTask task={task} />
          ) : (
            <Disclosure summary={t("assignment.showTask")}>
              <AssignmentTask task={task} />
            </Disclosure>
          )}
          {page.can === "start" && <BeginForm />}
          {answer && <HandedIn handIns={handIns} canBeFailed={canBeFailed} addressOf={addressOf} />}
        </>
      )}
      <p>
        <Link to={`/learn/${page.courseSlug}`} reloadDocument>
          {t("learn.backToCourse")}
        </Link>
      </p>
    </div>
  );
}

/** What it asks for, and until when. */
function Rules() {
  const { t, formatDateTime } = useI18n();
  const { complete, passMark, opensAt, closesAt, attemptsAllowed, attemptsLeft, reason, contacts } =
    useLoaderData<typeof loader>();
  return (
    <>
      <ul className="grid gap-2">
        <li>{t("assignment.byPerson")}</li>
        {complete === "submitted" && <li>{t("assignment.completeSubmitted")}</li>}
        {passMark > 0 && <li>{t("attempt.pass", { passMark })}</li>}
        {opensAt && <li>{t("attempt.opens", { date: formatDateTime(opensAt) })}</li>}
        {closesAt && <li>{t("assignment.closes", { date: formatDateTime(closesAt) })}</li>}
        {attemptsAllowed !== null && (
          <li>{t("assignment.handIns", { count: attemptsAllowed, left: attemptsLeft ?? 0 })}</li>
        )}
      </ul>
      {(reason?.kind === "closed" || reason?.kind === "notYet") && (
        <Notice kind="info">{t(`attempt.reason_${reason.kind}`)}</Notice>
      )}
      {reason?.kind === "noneLeft" && (
        <Notice kind="warning" title={t("assignment.noneLeft")}>
          <p>{t(contacts.length === 0 ? "quiz.noneLeftNobody" : "quiz.noneLeft")}</p>
          <ul>
            {contacts.map(({ name, email }) => (
              <li key={email}>
                {name}, <a href={`mailto:${email}`}>{email}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function BeginForm() {
  const t = useT();
  const { needsCode, needsHonesty, handIns, task } = useLoaderData<typeof loader>();
  const isFileOnly = task.every(({ type }) => type === "file");
  const errors = useActionData<typeof action>()?.errors ?? undefined;
  return (
    <Form method="post" noValidate className="stack">
      <input type="hidden" name="intent" value="begin" />
      <ErrorSummary errors={errors} />
      <NoCaseData />
      {needsCode && (
        <TextField
          name="accessCode"
          label={t("attempt.codeLabel")}
          hint={t("attempt.codeHint")}
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          error={errors?.accessCode}
        />
      )}
      {needsHonesty && <Checkbox name="isHonest" label={t("attempt.honesty")} error={errors?.isHonest} />}
      <div>
        <Button>
          {t(
            handIns.length > 0
              ? "assignment.again"
              : isFileOnly
                ? "assignment.beginFile"
                : "assignment.begin",
          )}
        </Button>
      </div>
    </Form>
  );
}
