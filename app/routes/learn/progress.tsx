import { useLoaderData } from "@remix-run/react";

import { learnerOutline } from "#app/assessment/learner-outline.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import type { OutlineStep } from "#app/learning/course-outline.server.ts";
import { Reasons } from "#app/learning/ui/reasons.tsx";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { ProgressText } from "#app/ui/progress-text.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

export const handle = { title: "learn.progressTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  learnerOutline(await requireActor(request), requireParam(params, "course"), languageOf(request)),
);

const rules: Record<OutlineStep["kind"], MessageKey> = {
  lesson: "learn.ruleLesson",
  quiz: "learn.ruleQuiz",
  assignment: "learn.ruleAssignment",
  survey: "learn.ruleSurvey",
  package: "learn.rulePackage",
  session: "learn.ruleSession",
  video: "learn.ruleVideo",
  file: "learn.ruleFile",
  link: "learn.ruleLink",
};

/** "Why is the course not complete?", rule by rule. */
export default function ProgressPage() {
  const t = useT();
  const course = useLoaderData<typeof loader>();
  const required = course.steps.filter(({ isRequired }) => isRequired);
  const isTimed = required.some(({ minimumMinutes, outside }) => minimumMinutes !== null || outside !== null);
  const done = required.filter(({ state }) => state === "done").length;
  return (
    <div className="measure stack">
      <Breadcrumbs
        items={[
          { to: "/learn", label: t("learn.coursesTitle") },
          { to: `/learn/${course.slug}`, label: course.title },
        ]}
      />
      <PageHeader
        title={t(course.completedAt ? "learn.rules" : "learn.whyNotCourse")}
        lead={t(isTimed ? "learn.rulesLeadTimed" : "learn.rulesLead")}
      />
      <ProgressText
        done={done}
        total={required.length}
        label={t("learn.rulesMet", { done, total: required.length })}
      />
      {course.openRules.length === 0 && <p>{t("learn.whyDone")}</p>}
      <ol className="grid gap-3">
        {required.map((step) => (
          <li key={step.id} className="card grid gap-1.5">
            <p className="font-semibold">{t(rules[step.kind], { title: step.title })}</p>
            {step.state === "done" ? (
              <StatusTag kind="done">{t("learn.stateDone")}</StatusTag>
            ) : (
              <Reasons step={step} />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
