import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { finishMaterial } from "#app/certification/learner-steps.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { openMaterial } from "#app/learning/material.server.ts";
import { TimeOpen, TimeOpenField } from "#app/learning/ui/time-open.tsx";
import { MaterialContent } from "#app/library/ui/material-content.tsx";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button, buttonLook } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "learn.materialTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, activity] = [requireParam(params, "course"), requireParam(params, "activity")];
  return openMaterial(actor, course, activity, languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, activity] = [requireParam(params, "course"), requireParam(params, "activity")];
  const { time } = fieldsOf(await request.formData());
  const { secondsLeft } = await finishMaterial(actor, course, activity, time === "heard" ? "heard" : "whole");
  if (secondsLeft > 0) return data({ secondsLeft }, { status: 422 });
  return redirect(`/learn/${course}?finished=${activity}`);
});

const kinds = { video: "learn.kindVideo", file: "learn.kindFile", link: "learn.kindLink" } as const;

/** A video, a file or a page elsewhere; the learner says herself that she has seen it. */
export default function MaterialPage() {
  const t = useT();
  const { courseSlug, courseTitle, isFallback, minutes, view } = useLoaderData<typeof loader>();
  return (
    <article className="measure stack">
      <Breadcrumbs items={[{ to: `/learn/${courseSlug}`, label: courseTitle }]} />
      <PageHeader
        kicker={`${t(kinds[view.kind])} · ${t("learn.minutes", { minutes })}`}
        title={view.title}
        lead={view.summary}
      />
      {isFallback && <Notice kind="info">{t("learn.fallback")}</Notice>}
      <MaterialContent view={view} linkClass={buttonLook(view.kind === "file" ? "primary" : "secondary")} />
      <Seen />
    </article>
  );
}

function Seen() {
  const t = useT();
  const { courseSlug, activityId, view, isDone, minimumMinutes, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (isDone) {
    return (
      <Notice kind="success">
        <p>{t("learn.seenAlready")}</p>
      </Notice>
    );
  }
  const secondsLeft = refused?.secondsLeft ?? page.secondsLeft;
  return (
    <Form method="post" className="no-print stack">
      {refused && (
        <Notice kind="warning" isStatus>
          {t("learn.timeRefused", { minutes: Math.ceil(refused.secondsLeft / 60) })}
        </Notice>
      )}
      {minimumMinutes !== null && (
        <>
          <TimeOpen
            courseSlug={courseSlug}
            activityId={activityId}
            minimumMinutes={minimumMinutes}
            secondsLeft={secondsLeft}
          />
          <TimeOpenField />
        </>
      )}
      <p className="text-slate">{t("learn.seenLead")}</p>
      <div>
        <Button>{t(`learn.seen_${view.kind}` satisfies MessageKey)}</Button>
      </div>
    </Form>
  );
}
