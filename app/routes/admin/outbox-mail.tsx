import { useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { readOutboxMail } from "#app/notifications/outbox.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "admin.outboxTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  readOutboxMail(await requireActor(request), requireParam(params, "mail")),
);

export default function OutboxMailPage() {
  const t = useT();
  const { subject, to, text } = useLoaderData<typeof loader>();
  return (
    <div className="measure stack">
      <Breadcrumbs items={[{ to: "/admin/outbox", label: t("admin.outbox") }]} />
      <PageHeader title={subject} lead={to} />
      <pre className="card overflow-x-auto font-sans whitespace-pre-wrap">{text}</pre>
    </div>
  );
}
