import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";

import { gradingPage } from "#app/assessment/grading-page.server.ts";
import { takeNextTask } from "#app/assessment/grading-queue.server.ts";
import { putTaskBack } from "#app/assessment/grading-task.server.ts";
import { queueSearch, queueViewOf } from "#app/assessment/grading-view.ts";
import { readMark } from "#app/assessment/mark.server.ts";
import { GivenMarks } from "#app/assessment/ui/grading/given-marks.tsx";
import { GradedAnswer } from "#app/assessment/ui/grading/graded-answer.tsx";
import { MarkFields } from "#app/assessment/ui/grading/mark-fields.tsx";
import { giveMark } from "#app/certification/grading-steps.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { Prose } from "#app/ui/prose.tsx";

export const handle = { title: "grading.taskTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const search = new URL(request.url).searchParams;
  const page = await gradingPage(
    actor,
    requireParam(params, "course"),
    requireParam(params, "task"),
    languageOf(request),
  );
  return { ...page, search: queueSearch(queueViewOf(search)), isSaved: search.has("saved") };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const task = requireParam(params, "task");
  const view = queueViewOf(new URL(request.url).searchParams);
  const fields = fieldsOf(await request.formData());
  const queue = `/teach/${course}/grading`;
  if (fields.intent === "back") {
    await putTaskBack(actor, course, task);
    return redirect(`${queue}?${queueSearch(view)}`);
  }
  const { values, errors } = await readMark(actor, course, task, fields);
  if (errors) return data({ errors, typed: fields }, { status: 422 });
  await giveMark(actor, course, task, values);
  const saved = queueSearch(view, { saved: "yes" });
  const next = fields.intent === "next" ? await takeNextTask(actor, course, view) : null;
  return redirect(next ? `${queue}/${next}?${saved}` : `${queue}?${saved}`);
});

export default function GradingTaskPage() {
  const { t } = useI18n();
  const page = useLoaderData<typeof loader>();
  const queue = `/teach/${page.courseSlug}/grading`;
  const whose = page.whose ?? t("grading.code", { code: page.code });
  return (
    <div className="measure stack">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${page.courseSlug}`, label: page.courseTitle },
          { to: `${queue}?${page.search}`, label: t("grading.queue") },
        ]}
      />
      <PageHeader title={t(titles[page.step])} kicker={whose} />
      {page.isSaved && (
        <Notice kind="success" isStatus>
          {t("grading.saved")}
        </Notice>
      )}
      <Notes />
      <section className="stack">
        <h2>{t("grading.question")}</h2>
        {page.context && <Prose html={page.context} />}
        <p className="font-semibold">{page.q}</p>
        <p className="text-slate">{t("grading.points", { count: page.points })}</p>
        {page.guidance && (
          <Disclosure summary={t("grading.guidance")} isOpen>
            <Prose html={page.guidance} />
          </Disclosure>
        )}
      </section>
      <section className="stack">
        <h2>{t("grading.theAnswer")}</h2>
        <GradedAnswer answer={page.answer} fileAddress={`${queue}/${page.taskId}/file`} />
      </section>
      {page.marks.length > 0 && (
        <section className="stack">
          <h2>{t("grading.marks")}</h2>
          <GivenMarks rubric={page.rubric} marks={page.marks} fraction={page.fraction} />
        </section>
      )}
      <WhatToDo key={page.taskId} />
      <p>
        <Link to={`${queue}?${page.search}`}>{t("grading.backToQueue")}</Link>
      </p>
    </div>
  );
}

const titles = {
  first: "grading.taskTitle",
  second: "grading.taskTitle",
  reconcile: "grading.reconcile",
  graded: "grading.review",
} as const;

/** What there is to know before the answer is read. */
function Notes() {
  const { t, formatPercent } = useI18n();
  const page = useLoaderData<typeof loader>();
  return (
    <>
      {page.step === "reconcile" && (
        <p>{t("grading.reconcileLead", { percent: formatPercent(page.agreementWithin) })}</p>
      )}
      {page.step === "graded" && page.todo && <p>{t("grading.reviewLead")}</p>}
      {page.isOwnAnswer && <Notice kind="warning">{t("grading.ownAnswer")}</Notice>}
      {page.isTakenByOther && <Notice kind="warning">{t("grading.isTaken")}</Notice>}
      {page.todo === null && !page.isOwnAnswer && <Notice kind="info">{t("grading.isYours")}</Notice>}
      {page.todo === "mark" && page.isDouble && <p>{t("grading.doubleNote")}</p>}
      {page.isAnonymous && page.todo && <p>{t("grading.anonymousNote")}</p>}
    </>
  );
}

function WhatToDo() {
  const { t } = useI18n();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (!page.todo) return null;
  const form = (
    <MarkFields
      todo={page.todo}
      rubric={page.rubric}
      marksSeen={page.marksSeen}
      isNoteNeeded={page.isNoteNeeded}
      errors={result?.errors}
      typed={result?.typed}
    />
  );
  if (page.todo !== "review") return form;
  return (
    <Disclosure summary={t("grading.reviewOpen")} isOpen={Boolean(result?.errors)}>
      {form}
    </Disclosure>
  );
}
