import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import type { QuizSettings } from "#app/library/quiz-format.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

import { QuizNav } from "./quiz-nav.tsx";

type Heading = {
  slug: string;
  courseTitle: string;
  quizSlug: string;
  title: string;
  mode: QuizSettings["mode"];
  activityId: string | null;
  asksAnything: boolean;
};

/** Where a trainer is, what the quiz is called, and its other pages. */
export function QuizPageHeader({ page, children }: { page: Heading; children?: ReactNode }) {
  const t = useT();
  const isAssignment = page.mode === "assignment";
  return (
    <>
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${page.slug}`, label: page.courseTitle },
          { to: `/teach/${page.slug}/quizzes`, label: t("quizzes.quizzes") },
        ]}
      />
      <PageHeader title={page.title}>
        <QuizNav slug={page.slug} quizSlug={page.quizSlug} title={page.title} isAssignment={isAssignment} />
        {page.asksAnything && (
          <p>
            <Link
              to={`/teach/${page.slug}/preview/${isAssignment ? "assignments" : "quizzes"}/${page.activityId ?? page.quizSlug}`}
            >
              {t("quizzes.navPreview")}
            </Link>
          </p>
        )}
        {children}
      </PageHeader>
    </>
  );
}
