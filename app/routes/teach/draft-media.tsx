import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useRevalidator, useSearchParams } from "@remix-run/react";
import { useEffect } from "react";

import { draftMediaPage, submitMedia } from "#app/authoring/draft-media-page.server.ts";
import { requireDraft } from "#app/authoring/draft.server.ts";
import { mediumFormLimits } from "#app/authoring/medium-limits.ts";
import { sizeWords } from "#app/platform/size-words.ts";
import { MediumCard } from "#app/authoring/ui/medium-card.tsx";
import { MediumUpload } from "#app/authoring/ui/medium-upload.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { withSentForm } from "#app/platform/sent-form.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "media.title" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  draftMediaPage(await requireActor(request), requireParam(params, "course"), languageOf(request)),
);

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  // Before anything is read of what is sent.
  await requireDraft(actor, course);
  const answer = await withSentForm(request, mediumFormLimits, (form) => submitMedia(actor, course, form));
  if (answer.done === null) return data(answer, { status: 422 });
  const { done, path } = answer;
  return redirect(`/teach/${course}/draft/media?${new URLSearchParams({ done, name: path })}`);
});

export default function DraftMediaPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const { slug, courseTitle, files, used, onTheirWay, quota, isConverting, conversions } =
    useLoaderData<typeof loader>();
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: courseTitle },
          { to: `/teach/${slug}/draft`, label: t("drafts.title") },
        ]}
      />
      <PageHeader title={t("media.title")} lead={t("media.lead")} />
      <Outcome />
      <section className="stack">
        <h2>{t("media.addTitle")}</h2>
        <p>{t("media.room", { used: sizeWords(i18n, used), quota: sizeWords(i18n, quota) })}</p>
        {onTheirWay > 0 && <p>{t("media.onTheirWay", { bytes: sizeWords(i18n, onTheirWay) })}</p>}
        <p>{t("media.documentHint")}</p>
        <p>{t(isConverting ? "media.converts" : "media.doesNotConvert")}</p>
        <MediumUpload course={slug} />
        {conversions.length > 0 && <Conversions />}
      </section>
      <section className="stack">
        <h2>{t("media.list")}</h2>
        {files.length === 0 && <p>{t("media.none")}</p>}
        <ul className="grid gap-4">
          {files.map((file) => (
            <MediumCard key={file.path} file={file} />
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Films on their way to a form that browsers play; looked at again while one is. */
function Conversions() {
  const t = useT();
  const { conversions } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const isUnderWay = conversions.some(({ refusal }) => refusal === null);
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(() => void revalidate(), 4000);
    return () => clearInterval(timer);
  }, [isUnderWay, revalidate]);
  return (
    <ul className="grid gap-3" aria-live="polite">
      {conversions.map(({ id, name, refusal }) => (
        <li key={id} className="card stack">
          <p className="wrap-anywhere">
            <strong>{name}</strong>: {t(refusal ?? "media.isConverting")}
          </p>
          {refusal && (
            <Form method="post">
              <input type="hidden" name="path" value={id} />
              <input type="hidden" name="name" value={name} />
              <Button name="intent" value="forget" variant="secondary">
                {t("media.forget")}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What came of the last form, about the file that it names. */
function Outcome() {
  const t = useT();
  const failed = useActionData<typeof action>();
  const [search] = useSearchParams();
  if (failed) {
    return (
      <Notice kind="danger" isStatus title={failed.path ?? t("media.refused")}>
        <p>{t(failed.refusal, failed.values)}</p>
      </Notice>
    );
  }
  const done = (["added", "renamed", "removed", "described", "converting"] as const).find(
    (one) => one === search.get("done"),
  );
  if (!done) return null;
  return (
    <Notice kind="success" isStatus>
      {t(`media.${done}`, { name: search.get("name") ?? "" })}
    </Notice>
  );
}
