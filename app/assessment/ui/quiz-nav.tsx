import { NavLink } from "@remix-run/react";

import { useT } from "#app/platform/i18n.tsx";

/** The pages of one quiz, for its trainers; of an assignment the first has its task, too. */
export function QuizNav({
  slug,
  quizSlug,
  title,
  isAssignment,
}: {
  slug: string;
  quizSlug: string;
  title: string;
  isAssignment: boolean;
}) {
  const t = useT();
  const here = `/teach/${slug}/quizzes/${quizSlug}`;
  const places = [
    ...(isAssignment
      ? [
          { to: `/teach/${slug}/assignments/${quizSlug}`, text: t("quizzes.navAssignment") },
          { to: `/teach/${slug}/grading`, text: t("grading.queue") },
        ]
      : [
          { to: here, text: t("quizzes.navSettings") },
          { to: `${here}/questions`, text: t("quizzes.navQuestions") },
          { to: `${here}/place`, text: t("quizzes.navPlace") },
        ]),
    { to: `${here}/statistics`, text: t("quizzes.navStatistics") },
    { to: `${here}/regrade`, text: t("grading.regrade") },
  ];
  return (
    <nav aria-label={title}>
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
