import { redirect } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { calendarAddress, closeCalendar, renewCalendar } from "#app/live-sessions/calendar-feed.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "account.calendar" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => ({
  address: await calendarAddress(await requireActor(request)),
}));

export const action = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  const isClosing = fieldsOf(await request.formData()).intent === "close";
  await (isClosing ? closeCalendar : renewCalendar)(actor);
  return redirect(`/account/calendar?done=${isClosing ? "closed" : "renewed"}`);
});

const doneWords: Record<string, MessageKey> = {
  renewed: "account.calendarRenewed",
  closed: "account.calendarClosed",
};

export default function CalendarPage() {
  const t = useT();
  const { address } = useLoaderData<typeof loader>();
  const done = doneWords[useSearchParams()[0].get("done") ?? ""];
  return (
    <div className="measure stack">
      <Breadcrumbs items={[{ to: "/account", label: t("account.account") }]} />
      <PageHeader title={t("account.calendar")} lead={t("account.calendarLead")} />
      {done && (
        <Notice kind="success" isStatus>
          {t(done)}
        </Notice>
      )}
      <p>{t("account.calendarNeutral")}</p>
      {address && <Address address={address} />}
      <Form method="post">
        <Button variant={address ? "secondary" : "primary"} name="intent" value="renew">
          {t(address ? "account.calendarRenew" : "account.calendarMake")}
        </Button>
      </Form>
      {address && (
        <Form method="post">
          <Button variant="danger" name="intent" value="close">
            {t("account.calendarClose")}
          </Button>
        </Form>
      )}
    </div>
  );
}

function Address({ address }: { address: string }) {
  const t = useT();
  return (
    <section className="card stack" aria-labelledby="address">
      <h2 id="address">{t("account.calendarAddress")}</h2>
      <p>
        <code className="break-all">{address}</code>
      </p>
      <p>{t("account.calendarHow")}</p>
      <p>
        <a href={address.replace(/^https?:/, "webcal:")} className="inline-flex min-h-11 items-center">
          {t("account.calendarHere")}
        </a>
      </p>
      <p>{t("account.calendarSecret")}</p>
    </section>
  );
}
