import { NavLink } from "@remix-run/react";

import { useT } from "#app/platform/i18n.tsx";

/** What a trainer can do with a course; "see it as a learner" is always one click away. */
export function CourseNav({
  slug,
  isAdministrator,
  label,
  waiting = 0,
}: {
  slug: string;
  isAdministrator: boolean;
  label: string;
  /** Answers that wait for a person, where the page counts them. */
  waiting?: number;
}) {
  const t = useT();
  const places = [
    { to: `/teach/${slug}`, text: t("teach.results") },
    { to: `/teach/${slug}/enrolments`, text: t("teach.enrolments") },
    {
      to: `/teach/${slug}/grading`,
      text: waiting > 0 ? t("grading.queueWaiting", { count: waiting }) : t("grading.queue"),
    },
    { to: `/teach/${slug}/sessions`, text: t("sessions.nav") },
    { to: `/teach/${slug}/quizzes`, text: t("quizzes.quizzes") },
    { to: `/teach/${slug}/draft`, text: t("drafts.title") },
    { to: `/teach/${slug}/preview`, text: t("teach.preview") },
    { to: `/teach/${slug}/bank`, text: t("bank.navBank") },
    { to: `/teach/${slug}/review`, text: t("teach.review") },
    { to: `/teach/${slug}/translations`, text: t("teach.translations") },
    { to: `/teach/${slug}/exports`, text: t("courseExport.nav") },
    ...(isAdministrator ? [{ to: `/teach/${slug}/team`, text: t("teach.team") }] : []),
  ];
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-6">
        {places.map(({ to, text }) => (
          <li key={to}>
            <NavLink
              to={to}
              end
              className="inline-flex min-h-11 items-center aria-[current=page]:font-semibold"
            >
              {text}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
