import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";

import { offeredVersion } from "#app/certification/offered-version.server.ts";
import { acceptMove } from "#app/certification/version-move.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { declineMove } from "#app/learning/version-move.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { type MessageKey, useI18n, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "edition.title" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  offeredVersion(await requireActor(request), requireParam(params, "course"), languageOf(request)),
);

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const { answer } = fieldsOf(await request.formData());
  await (answer === "accept" ? acceptMove : declineMove)(actor, course);
  return redirect(`/learn/${course}${answer === "accept" ? "?moved=yes" : ""}`, {
    // The course's pages bring texts of their own.
    headers: { "X-Remix-Reload-Document": "true" },
  });
});

export default function OfferedVersionPage() {
  const t = useT();
  const { slug, title, label, offer, changes } = useLoaderData<typeof loader>();
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/learn", label: t("learn.coursesTitle") },
          { to: `/learn/${slug}`, label: title },
        ]}
      />
      <PageHeader title={t("edition.title")} lead={title} />
      {!offer && <p>{t("edition.none", { label })}</p>}
      {offer && <When />}
      {changes && (
        <>
          <Part titles={changes.kept} heading="edition.kept" empty="edition.keptNone" />
          <Part titles={changes.added} heading="edition.added" empty="edition.addedNone" />
          <Part titles={changes.restarted} heading="edition.restarted" />
          <Part titles={changes.removed} heading="edition.removed" />
          <Answer />
        </>
      )}
      <p>
        <Link to={`/learn/${slug}`}>{t("edition.back")}</Link>
      </p>
    </div>
  );
}

function When() {
  const { t, formatDateTime } = useI18n();
  const { label, offer } = useLoaderData<typeof loader>();
  if (!offer) return null;
  return (
    <p>
      {offer.kind === "offered"
        ? t("edition.offered", { from: label, to: offer.label })
        : t("edition.required", {
            from: label,
            to: offer.label,
            date: offer.moveAt ? formatDateTime(offer.moveAt) : "",
          })}
    </p>
  );
}

function Part({ titles, heading, empty }: { titles: string[]; heading: MessageKey; empty?: MessageKey }) {
  const t = useT();
  if (titles.length === 0 && !empty) return null;
  return (
    <section className="stack">
      <h2>{t(heading)}</h2>
      {titles.length === 0 && empty && <p>{t(empty)}</p>}
      <ul className="list-disc ps-5">
        {titles.map((title, index) => (
          <li key={index}>{title}</li>
        ))}
      </ul>
    </section>
  );
}

function Answer() {
  const t = useT();
  const { offer, changes } = useLoaderData<typeof loader>();
  if (!offer) return null;
  return (
    <Form method="post" className="stack">
      {changes?.isInAttempt && <Notice kind="info">{t("learn.moveInAttempt")}</Notice>}
      <div className="flex flex-wrap gap-4">
        {!changes?.isInAttempt && (
          <Button name="answer" value="accept">
            {t("edition.accept", { label: offer.label })}
          </Button>
        )}
        {offer.kind === "offered" && (
          <Button variant="secondary" name="answer" value="stay">
            {t("edition.stay")}
          </Button>
        )}
      </div>
    </Form>
  );
}
