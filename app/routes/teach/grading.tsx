import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";

import { gradingQueue, takeNextTask } from "#app/assessment/grading-queue.server.ts";
import { queueFilters, queueSearch, queueViewOf } from "#app/assessment/grading-view.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { CourseNav } from "#app/library/ui/course-nav.tsx";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";

export const handle = { title: "grading.queueTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const view = queueViewOf(new URL(request.url).searchParams);
  const queue = await gradingQueue(actor, requireParam(params, "course"), view, languageOf(request));
  return { ...queue, isAdministrator: actor.role === "administrator" };
});

/** Opens the next answer. */
export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const view = queueViewOf(new URL(request.url).searchParams);
  const taskId = await takeNextTask(actor, course, view);
  if (!taskId) return redirect(`/teach/${course}/grading?${queueSearch(view, { none: "yes" })}`);
  return redirect(`/teach/${course}/grading/${taskId}?${queueSearch(view)}`);
});

export default function GradingQueuePage() {
  const { t } = useI18n();
  const page = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <div className="grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${page.courseSlug}`, label: page.courseTitle },
        ]}
      />
      <PageHeader title={t("grading.queue")} lead={t("grading.queueLead")}>
        <CourseNav slug={page.courseSlug} isAdministrator={page.isAdministrator} label={page.courseTitle} />
      </PageHeader>
      {search.has("saved") && (
        <Notice kind="success" isStatus>
          {t("grading.saved")}
        </Notice>
      )}
      {search.has("none") && (
        <Notice kind="info" isStatus>
          {t("grading.queueNoneForYou")}
        </Notice>
      )}
      {page.quizzes.length === 0 ? (
        <EmptyState title={t("grading.queueEmpty")}>
          <p>{t("grading.queueEmptyHint")}</p>
        </EmptyState>
      ) : (
        <Queue />
      )}
    </div>
  );
}

function Queue() {
  const { t } = useI18n();
  const { tasks, counts, quizzes, view } = useLoaderData<typeof loader>();
  return (
    <>
      <Form method="get" className="flex flex-wrap items-end gap-4">
        <SelectField
          name="show"
          label={t("grading.queueFilter")}
          defaultValue={view.filter}
          options={queueFilters.map((filter) => ({
            value: filter,
            label: t(`grading.filter_${filter}`, { count: counts[filter] }),
          }))}
        />
        <SelectField
          name="quiz"
          label={t("grading.queueQuiz")}
          defaultValue={view.quizId ?? ""}
          options={[
            { value: "", label: t("grading.queueAllQuizzes") },
            ...quizzes.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <Button variant="secondary">{t("grading.queueShow")}</Button>
      </Form>
      {tasks.length === 0 ? (
        <p>{t("grading.queueNoneOfFilter")}</p>
      ) : (
        <>
          <Form method="post">
            <Button>{t("grading.queueNext")}</Button>
          </Form>
          <WaitingTable />
        </>
      )}
    </>
  );
}

const stepNames = {
  first: "grading.stepFirst",
  second: "grading.stepSecond",
  reconcile: "grading.stepReconcile",
  graded: "grading.stepGraded",
} as const;

function WaitingTable() {
  const { t, formatDate } = useI18n();
  const { tasks, courseSlug, view } = useLoaderData<typeof loader>();
  return (
    <DataTable
      caption={t("grading.queueCaption")}
      isCaptionHidden
      columns={[
        { key: "q", header: t("grading.question"), isRowHeader: true, isLong: true },
        { key: "quiz", header: t("grading.queueQuiz") },
        { key: "whose", header: t("grading.whose") },
        { key: "since", header: t("grading.since"), isUnbroken: true },
        { key: "state", header: t("grading.state"), isLong: true },
      ]}
      rows={tasks.map((task) => ({
        q: <Link to={`/teach/${courseSlug}/grading/${task.id}?${queueSearch(view)}`}>{task.q}</Link>,
        quiz: task.quizTitle,
        whose: task.whose ?? t("grading.code", { code: task.code }),
        since: (
          <>
            {formatDate(task.waitsSince)}
            <span className="block text-slate">{t("grading.waitsDays", { days: task.waitsDays })}</span>
          </>
        ),
        state: [
          t(stepNames[task.step]),
          task.hasMyMark && t("grading.gradedByYou"),
          task.takenBy === "me" && t("grading.takenByYou"),
          task.takenBy === "other" && t("grading.takenByOther"),
        ]
          .filter(Boolean)
          .join(", "),
      }))}
    />
  );
}
