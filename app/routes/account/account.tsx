import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { profileForm } from "#app/identity/account-form.ts";
import { changeProfile, ownAccount } from "#app/identity/account.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { ProfileFields } from "#app/identity/ui/profile-fields.tsx";
import { endpoint, parseForm } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageCookie } from "#app/platform/language.server.ts";
import { Checkbox } from "#app/ui/choices.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "account.accountTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => ownAccount(await requireActor(request)));

export const action = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  const { values, errors, typed } = await parseForm(request, profileForm);
  if (errors) return data({ errors, typed }, { status: 422 });
  await changeProfile(actor, values);
  return redirect("/account?saved=profile", {
    headers: { "Set-Cookie": languageCookie(values.language) },
  });
});

export default function AccountPage() {
  const t = useT();
  const account = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const saved = useSearchParams()[0].get("saved");
  const assistive = account.usesAssistiveTechnology;
  const kept = {
    name: account.name,
    language: account.language,
    jurisdiction: account.jurisdiction ?? undefined,
    sector: account.sector ?? undefined,
    gender: account.gender ?? undefined,
    usesAssistiveTechnology: assistive === null ? undefined : assistive ? "yes" : "no",
  };
  return (
    <div className="measure grid gap-10">
      <PageHeader title={t("account.account")} lead={account.email} />
      {saved === "profile" && <Notice kind="success" title={t("account.profileSaved")} isStatus />}
      {saved === "messages" && <Notice kind="success" title={t("account.messagesSaved")} isStatus />}
      {saved === "password" && <Notice kind="success" title={t("account.passwordChanged")} isStatus />}
      <Form method="post" noValidate reloadDocument className="stack">
        <h2>{t("account.profile")}</h2>
        <ErrorSummary errors={result?.errors} />
        <ProfileFields values={result?.typed ?? kept} errors={result?.errors} />
        <Button>{t("common.save")}</Button>
      </Form>
      <section className="stack">
        <h2>{t("account.changePassword")}</h2>
        <p>
          <a href="/account/password">{t("account.changePassword")}</a>
        </p>
      </section>
      <Form method="post" action="/account/sessions" reloadDocument className="stack">
        <h2>{t("account.sessions")}</h2>
        <p>{t("account.sessionsText")}</p>
        <Button variant="secondary">{t("account.signOutEverywhere")}</Button>
      </Form>
      <section className="stack">
        <h2>{t("account.calendar")}</h2>
        <p>
          <a href="/account/calendar">{t("account.calendarTo")}</a>
        </p>
      </section>
      <Form method="post" action="/account/session-mails" reloadDocument className="stack">
        <h2 id="messages">{t("account.messages")}</h2>
        <p>{t("account.messagesText")}</p>
        <Checkbox
          name="wanted"
          value="yes"
          label={t("account.messagesWanted")}
          hint={t("account.messagesHint")}
          defaultChecked={account.wantsSessionMails}
        />
        <Button variant="secondary">{t("common.save")}</Button>
      </Form>
      <section className="stack">
        <h2>{t("account.ownData")}</h2>
        <p>{t("account.ownDataText")}</p>
        <a href="/account/data.json" download className="inline-flex min-h-11 items-center gap-2">
          <Icon name="download" />
          {t("account.downloadData")}
        </a>
      </section>
    </div>
  );
}
