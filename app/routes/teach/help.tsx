import { Link, useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { guidePage } from "#app/library/guide.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n, useT } from "#app/platform/i18n.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { Prose } from "#app/ui/prose.tsx";

import { helpTopics } from "./help-topics.ts";

export const handle = { title: "teach.help" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const topic = requireParam(params, "topic");
  return { topic, ...guidePage(actor, topic) };
});

export default function HelpPage() {
  const t = useT();
  const { language } = useI18n();
  const { topic, title, html } = useLoaderData<typeof loader>();
  return (
    <div className="measure grid grid-cols-1 gap-8">
      <Breadcrumbs items={[{ to: "/teach", label: t("teach.courses") }]} />
      <PageHeader kicker={t("teach.help")} title={<span lang="en">{title}</span>} />
      {language !== "en" && <Notice kind="info">{t("teach.helpEnglish")}</Notice>}
      <div lang="en" className="min-w-0 wrap-anywhere [&_img]:border [&_img]:border-line">
        <Prose html={html} />
      </div>
      <nav aria-labelledby="help-contents" className="stack">
        <h2 id="help-contents">{t("teach.helpContents")}</h2>
        <ul>
          {helpTopics.map((one) => (
            <li key={one.topic}>
              <Link
                to={`/teach/help/${one.topic}`}
                aria-current={one.topic === topic ? "page" : undefined}
                className="inline-flex min-h-11 items-center aria-[current=page]:font-semibold"
                lang="en"
              >
                {one.title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
