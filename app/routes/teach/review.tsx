import { useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { courseReview } from "#app/authoring/course-review.server.ts";
import { CourseNav } from "#app/library/ui/course-nav.tsx";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "teach.reviewTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const review = await courseReview(actor, requireParam(params, "course"), languageOf(request));
  return { ...review, isAdministrator: actor.role === "administrator" };
});

export default function ReviewPage() {
  const { t, formatPartialDate } = useI18n();
  const review = useLoaderData<typeof loader>();
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${review.slug}`, label: review.title },
        ]}
      />
      <PageHeader title={t("teach.review")} lead={t("teach.reviewLead")}>
        <CourseNav slug={review.slug} isAdministrator={review.isAdministrator} label={review.title} />
      </PageHeader>
      <section className="stack">
        <h2>{t("teach.reviewSources")}</h2>
        {review.sources.length === 0 && <p>{t("teach.reviewNothing")}</p>}
        <ul className="grid gap-3" lang="en">
          {review.sources.map((source) => (
            <li key={source.fact + source.title} className="card">
              <p className="font-semibold">
                {source.fact} · {source.publisher}: {source.title}
              </p>
              <p>{source.review}</p>
            </li>
          ))}
        </ul>
      </section>
      <section className="stack">
        <h2>{t("teach.reviewDated")}</h2>
        {review.dated.length === 0 && <p>{t("teach.reviewNothing")}</p>}
        <ul className="list-disc ps-5">
          {review.dated.map(({ fact, recheckBy, titles }) => (
            <li key={fact}>
              {formatPartialDate(recheckBy)} · {fact}: <cite lang="en">{titles.join("; ")}</cite>
            </li>
          ))}
        </ul>
      </section>
      <section className="stack">
        <h2>{t("teach.reviewRecheck")}</h2>
        <ul className="list-disc ps-5">
          {review.recheck.map(({ id, q, facts }) => (
            <li key={id}>
              {id} ({facts.join(", ")}): {q}
            </li>
          ))}
        </ul>
      </section>
      <section className="stack">
        <h2>{t("teach.reviewNotes")}</h2>
        <ul className="list-disc ps-5" lang="en">
          {review.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
