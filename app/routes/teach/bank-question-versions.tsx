import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";

import { quizzesThatAsked } from "#app/assessment/bank-uses.server.ts";
import { listVersions, restoreVersion } from "#app/assessment/bank-versions.server.ts";
import { ChangeList } from "#app/assessment/ui/change-list.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

export const handle = { title: "bank.versionsTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [bankId, questionId] = [requireParam(params, "bank"), requireParam(params, "question")];
  const { bank, question, versions } = await listVersions(actor, bankId, questionId);
  // A key can only be corrected where there is another one.
  const asked = versions.length > 1 ? await quizzesThatAsked(actor, questionId, languageOf(request)) : [];
  return { bank, id: questionId, key: question.key, versions, asked };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [bankId, questionId] = [requireParam(params, "bank"), requireParam(params, "question")];
  const number = Number((await request.formData()).get("number"));
  await restoreVersion(actor, bankId, questionId, number);
  return redirect(`/teach/banks/${bankId}/questions/${questionId}?saved=version`);
});

export default function VersionsPage() {
  const { t } = useI18n();
  const { bank, id, key, versions, asked } = useLoaderData<typeof loader>();
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach/banks", label: t("bank.banks") },
          { to: `/teach/banks/${bank.id}`, label: bank.title },
          { to: `/teach/banks/${bank.id}/questions/${id}`, label: key },
        ]}
      />
      <PageHeader title={t("bank.versions", { key })} lead={t("bank.versionsLead")} />
      {asked.length > 0 && (
        <section className="stack">
          <h2>{t("bank.regradeTitle")}</h2>
          <p>{t("bank.regradeLead")}</p>
          <ul className="list-disc ps-5">
            {asked.map(({ courseSlug, courseTitle, quizSlug, quizTitle }) => (
              <li key={`${courseSlug} ${quizSlug}`}>
                <Link to={`/teach/${courseSlug}/quizzes/${quizSlug}/regrade`}>
                  {t("bank.regradeIn", { course: courseTitle, quiz: quizTitle })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ol className="grid gap-4">
        {versions.map((version) => (
          <li key={version.versionId} className="card stack">
            <Version version={version} />
          </li>
        ))}
      </ol>
    </div>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["versions"][number];

function Version({ version }: { version: Shown }) {
  const { t, formatDateTime } = useI18n();
  const { bank } = useLoaderData<typeof loader>();
  const { number, createdAt, author, asked, isCurrent, changes } = version;
  return (
    <>
      <h2>{t("bank.versionN", { number })}</h2>
      {isCurrent && <StatusTag kind="done">{t("bank.versionCurrent")}</StatusTag>}
      <p className="text-slate">
        {author
          ? t("bank.versionBy", { name: author, date: formatDateTime(createdAt) })
          : t("bank.versionImported", { date: formatDateTime(createdAt) })}
        {" · "}
        {t("bank.askedIn", { count: asked })}
      </p>
      {changes === null ? (
        <p>{t("bank.versionFirst")}</p>
      ) : changes.length === 0 ? (
        <p>{t("bank.versionSame")}</p>
      ) : (
        <ChangeList changes={changes} before={t("bank.before")} after={t("bank.after")} />
      )}
      {bank.canChange && !isCurrent && (
        <Form method="post">
          <Button variant="secondary" name="number" value={number}>
            {t("bank.versionRestore", { number })}
          </Button>
        </Form>
      )}
    </>
  );
}
