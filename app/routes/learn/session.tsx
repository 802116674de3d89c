import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { enterSessionCode } from "#app/certification/attendance-steps.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { givePlaceBack, learnerSession, takePlace } from "#app/live-sessions/learner-session.server.ts";
import { DateActions, SessionDates } from "#app/live-sessions/ui/session-dates.tsx";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "sessions.pageTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, activity] = [requireParam(params, "course"), requireParam(params, "activity")];
  return learnerSession(actor, course, activity, languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, activity] = [requireParam(params, "course"), requireParam(params, "activity")];
  const fields = fieldsOf(await request.formData());
  const text = (name: string) => String(fields[name] ?? "");
  const here = `/learn/${course}/sessions/${activity}`;
  if (fields.intent === "take" || fields.intent === "giveBack") {
    await (fields.intent === "take" ? takePlace : givePlaceBack)(actor, course, activity, text("date"));
    return redirect(`${here}?done=${fields.intent}`);
  }
  const errors = await enterSessionCode(actor, course, activity, text("code"));
  if (errors) return data({ errors, typed: text("code") }, { status: 422 });
  return redirect(`${here}?done=present`);
});

const doneWords = (isWrittenTo: boolean): Record<string, MessageKey> => ({
  take: isWrittenTo ? "sessions.doneTake" : "sessions.doneTakeUntold",
  giveBack: "sessions.doneGiveBack",
});

export default function SessionPage() {
  const t = useT();
  const session = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const done = doneWords(session.isWrittenTo)[useSearchParams()[0].get("done") ?? ""];
  const { courseSlug, courseTitle, title, summary, minutes, isFallback, isDone, missing, dates } = session;
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs items={[{ to: `/learn/${courseSlug}`, label: courseTitle }]} />
      <PageHeader
        title={title}
        kicker={`${t("learn.kindSession")} · ${t("learn.minutes", { minutes })}`}
        lead={summary ?? undefined}
      />
      {isFallback && <Notice kind="info">{t("learn.fallback")}</Notice>}
      {done && !failed && (
        <Notice kind="success" isStatus>
          {t(done)}
        </Notice>
      )}
      {isDone ? <Attended /> : <CodeForm />}
      {missing.length > 0 && (
        <Notice kind="info">{t("sessions.missing", { steps: missing.join(", ") })}</Notice>
      )}
      {session.isMissed && <Missed />}
      <section className="stack">
        <h2>{t("sessions.dates")}</h2>
        {!isDone && dates.length > 0 && <p>{t("sessions.datesLead")}</p>}
        {dates.length === 0 && (
          <p>{t(session.isWrittenTo ? "sessions.noDates" : "sessions.noDatesUntold")}</p>
        )}
        <SessionDates
          dates={dates}
          actionsOf={(date) => (
            <DateActions
              date={date}
              isDone={isDone}
              fileTo={`/learn/${courseSlug}/sessions/${session.activityId}/${date.id}/calendar.ics`}
            />
          )}
        />
        <p>
          <a href="/account/calendar">{t("sessions.toFeed")}</a>
        </p>
      </section>
    </div>
  );
}

function Attended() {
  const t = useT();
  const { courseSlug } = useLoaderData<typeof loader>();
  return (
    <Notice kind="success" title={t("sessions.attended")} isStatus>
      <p className="mt-3">
        <ButtonLink to={`/learn/${courseSlug}`} isDownload>
          {t("learn.backToCourse")}
        </ButtonLink>
      </p>
    </Notice>
  );
}

/** Always there, so that nobody looks for it in the room; before its time it says when it works. */
function CodeForm() {
  const t = useT();
  const { isCodeOpen, dates } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  if (!isCodeOpen) return dates.length > 0 ? <p>{t("sessions.codeLater")}</p> : null;
  return (
    <Form method="post" noValidate className="card stack">
      <h2>{t("sessions.codeTitle")}</h2>
      <ErrorSummary errors={failed?.errors} />
      <TextField
        name="code"
        label={t("sessions.fieldCode")}
        hint={t("sessions.fieldCodeHint")}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        defaultValue={failed?.typed}
        error={failed?.errors.code}
      />
      <div>
        <Button name="intent" value="code">
          {t("sessions.sendCode")}
        </Button>
      </div>
    </Form>
  );
}

/** A date is over and she is not among those who were there. */
function Missed() {
  const t = useT();
  const { trainers, hasComing } = useLoaderData<typeof loader>();
  return (
    <Notice kind="warning" title={t("sessions.missed")}>
      <p>{t("sessions.missedThere")}</p>
      <p>{t(hasComing ? "sessions.missedChoose" : "sessions.missedAsk")}</p>
      <ul className="list-disc ps-5">
        {trainers.map(({ name, email }) => (
          <li key={email}>
            {name}, <a href={`mailto:${email}`}>{email}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
