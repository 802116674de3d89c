import { Link } from "@remix-run/react";

import { useT } from "#app/platform/i18n.tsx";
import { defaultLanguage } from "#app/platform/languages.ts";

/** What there is to do on the way to a published version, in an order that works. */
export function DraftTasks({ slug }: { slug: string }) {
  const t = useT();
  return (
    <section className="card stack">
      <h2>{t("outline.todo")}</h2>
      <ol className="list-decimal ps-6">
        <li>
          <Link to={`/teach/${slug}/draft/texts/${defaultLanguage}`}>{t("outline.todoTexts")}</Link>
        </li>
        <li>
          <Link to={`/teach/${slug}/quizzes`}>{t("outline.todoQuizzes")}</Link>
        </li>
        <li>
          <Link to={`/teach/${slug}/draft/outline`}>{t("outline.todoOutline")}</Link>
        </li>
        <li>
          {t("outline.todoLessons")}. {t("outline.todoLessonsHint")}
        </li>
        <li>
          {t("outline.todoPublish")}. {t("outline.todoPublishHint")}
        </li>
      </ol>
    </section>
  );
}
