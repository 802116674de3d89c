import { redirect } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";

import { noteAttendance } from "#app/certification/attendance-steps.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { attendancePage } from "#app/live-sessions/attendance.server.ts";
import { renewCode } from "#app/live-sessions/session-date.server.ts";
import { SessionBreadcrumbs } from "#app/live-sessions/ui/session-breadcrumbs.tsx";
import { whenWords } from "#app/live-sessions/when.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { type I18n, type MessageKey, useI18n, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choices.tsx";
import { CsvLink } from "#app/ui/csv-link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "sessions.attendance" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const key = { activityId: requireParam(params, "activity"), dateId: requireParam(params, "date") };
  return attendancePage(actor, requireParam(params, "course"), key, languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const key = { activityId: requireParam(params, "activity"), dateId: requireParam(params, "date") };
  const fields = fieldsOf(await request.formData());
  const list = (name: string) => [fields[name] ?? []].flat();
  const isCode = fields.intent === "code";
  if (isCode) await renewCode(actor, course, key, languageOf(request));
  else await noteAttendance(actor, course, key, { present: list("present"), before: list("before") });
  const here = `/teach/${course}/sessions/${key.activityId}/${key.dateId}/attendance`;
  return redirect(`${here}?done=${isCode ? "code" : "saved"}`);
});

const doneWords: Record<string, MessageKey> = {
  code: "sessions.doneCode",
  saved: "sessions.doneAttendance",
};

export default function AttendancePage() {
  const i18n = useI18n();
  const { t } = i18n;
  const { slug, courseTitle, activityId, title, date } = useLoaderData<typeof loader>();
  const done = doneWords[useSearchParams()[0].get("done") ?? ""];
  return (
    <div className="measure grid gap-8">
      <SessionBreadcrumbs slug={slug} courseTitle={courseTitle} />
      <PageHeader kicker={title} title={t("sessions.attendance")} lead={whenWords(i18n, date)} />
      {done && (
        <Notice kind="success" isStatus>
          {t(done)}
        </Notice>
      )}
      {date.isCancelled ? (
        <Notice kind="info">{t("sessions.alreadyCancelled")}</Notice>
      ) : (
        <>
          <Code />
          <Learners />
          <CsvLink to={`/teach/${slug}/sessions/${activityId}/${date.id}/attendance.csv`} />
        </>
      )}
    </div>
  );
}

/** What is shown on the wall of the room. */
function Code() {
  const { t, formatDateTime } = useI18n();
  const { code, codeTimes } = useLoaderData<typeof loader>();
  return (
    <section className="card stack" aria-labelledby="code-title">
      <h2 id="code-title">{t("sessions.codeForRoom")}</h2>
      <p className="text-5xl font-semibold tabular-nums">{code}</p>
      <p>
        {t("sessions.codeForRoomLead", {
          from: formatDateTime(codeTimes.opensAt),
          to: formatDateTime(codeTimes.closesAt),
        })}
      </p>
      <Form method="post">
        <Button variant="secondary" name="intent" value="code">
          {t("sessions.renewCode")}
        </Button>
      </Form>
    </section>
  );
}

function Learners() {
  const t = useT();
  const { learners, date } = useLoaderData<typeof loader>();
  const present = learners.filter(({ isPresent }) => isPresent).map(({ enrolmentId }) => enrolmentId);
  if (learners.length === 0) return <p>{t("sessions.noLearners")}</p>;
  if (!date.isBegun) {
    return (
      <section className="stack">
        <h2>{t("sessions.whoComes")}</h2>
        <p>{t("sessions.tooEarly")}</p>
        <ul className="list-disc ps-5">
          {learners.map((learner) => (
            <li key={learner.enrolmentId}>
              {learner.name}
              {learner.hasPlace && ` (${t("sessions.hasPlace")})`}
            </li>
          ))}
        </ul>
      </section>
    );
  }
  return (
    // A new list means that what was ticked has been taken.
    <Form key={present.join()} method="post" className="stack">
      {present.map((id) => (
        <input key={id} type="hidden" name="before[]" value={id} />
      ))}
      <CheckboxGroup
        name="present"
        legend={t("sessions.whoWasThere")}
        hint={t("sessions.whoWasThereHint")}
        options={learners.map((learner) => ({
          value: learner.enrolmentId,
          label: learner.name,
          hint: learnerHint(t, learner, date.isOver),
        }))}
        defaultValue={present}
      />
      <div>
        <Button name="intent" value="attendance">
          {t("sessions.saveAttendance")}
        </Button>
      </div>
    </Form>
  );
}

type ListedLearner = ReturnType<typeof useLoaderData<typeof loader>>["learners"][number];

/** What is known of a learner at this date, beside the name. */
function learnerHint(t: I18n["t"], learner: ListedLearner, isOver: boolean): string {
  const { name, email, hasPlace, isPresent, byCode, isDoneElsewhere } = learner;
  const parts = [
    name === email ? "" : email,
    isPresent ? t(byCode ? "sessions.presentByCode" : "sessions.present") : "",
    hasPlace ? t(isOver && !isPresent ? "sessions.absent" : "sessions.hasPlace") : "",
    isDoneElsewhere ? t("sessions.presentElsewhere") : "",
  ];
  return parts.filter(Boolean).join(" · ");
}
