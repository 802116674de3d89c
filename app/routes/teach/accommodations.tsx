import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { accommodationsPage, submitAccommodation } from "#app/assessment/accommodation.server.ts";
import {
  type AccommodationEntry,
  AccommodationFields,
  UsualRules,
} from "#app/assessment/ui/accommodation-fields.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { OfWhich } from "#app/ui/of-which.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "quizzes.accommodationsTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, enrolment] = [requireParam(params, "course"), requireParam(params, "enrolment")];
  return accommodationsPage(actor, course, enrolment, languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, enrolment] = [requireParam(params, "course"), requireParam(params, "enrolment")];
  const fields = fieldsOf(await request.formData());
  const failed = await submitAccommodation(actor, course, enrolment, fields);
  if (failed) return data(failed, { status: 422 });
  const query = new URLSearchParams({ quiz: String(fields.quiz ?? ""), saved: "yes" });
  return redirect(`/teach/${course}/enrolments/${enrolment}/accommodations?${query.toString()}`);
});

export default function AccommodationsPage() {
  const t = useT();
  const { slug, courseTitle, name, entries } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const [search] = useSearchParams();
  const open = failed?.typed.quiz ?? search.get("quiz") ?? "";
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: courseTitle },
          { to: `/teach/${slug}/enrolments`, label: t("teach.enrolments") },
        ]}
      />
      <PageHeader
        title={t("quizzes.accommodationsFor", { name })}
        lead={t("quizzes.accommodationsLead", { name })}
      />
      {search.has("saved") && !failed && (
        <Notice kind="success" isStatus>
          {t("quizzes.accommodationSaved")}
        </Notice>
      )}
      {entries.map((entry) => (
        <section key={entry.quiz} className="card stack">
          <h2>{entry.title ?? t("quizzes.accommodationsAll")}</h2>
          {entry.settings && <UsualRules settings={entry.settings} />}
          {entry.quiz === open ? (
            <Form method="post" noValidate className="stack" key={JSON.stringify(entry.given)}>
              <ErrorSummary errors={failed?.errors} />
              <input type="hidden" name="quiz" value={entry.quiz} />
              <AccommodationFields entry={entry} typed={failed?.typed} errors={failed?.errors} />
              <Button>{t("quizzes.save")}</Button>
            </Form>
          ) : (
            <Given entry={entry} />
          )}
        </section>
      ))}
    </div>
  );
}

/** What is given at a quiz that is not open for changes, and the way to change it. */
function Given({ entry: { quiz, title, given } }: { entry: AccommodationEntry }) {
  const { t, formatDateTime } = useI18n();
  const name = title ?? t("quizzes.accommodationsAll");
  const parts = [
    given.extraPercent > 0 && `${t("quizzes.extraPercent")}: ${given.extraPercent}`,
    given.extraMinutes > 0 && `${t("quizzes.extraMinutes")}: ${given.extraMinutes}`,
    given.extraAttempts > 0 && `${t("quizzes.extraAttempts")}: ${given.extraAttempts}`,
    given.opensAt && `${t("quizzes.ownOpensAt")}: ${formatDateTime(given.opensAt)}`,
    given.closesAt && `${t("quizzes.ownClosesAt")}: ${formatDateTime(given.closesAt)}`,
  ].filter((part) => typeof part === "string");
  return (
    <>
      <p>{parts.length === 0 ? t("quizzes.givenNothing") : parts.join("; ")}</p>
      <p>
        <Link to={`?quiz=${quiz}`} className="inline-flex min-h-11 items-center">
          {t("quizzes.givenChange")}
          <OfWhich>{name}</OfWhich>
        </Link>
      </p>
    </>
  );
}
