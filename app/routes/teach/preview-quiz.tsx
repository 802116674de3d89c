import { useLoaderData } from "@remix-run/react";

import { previewQuiz } from "#app/assessment/preview.server.ts";
import { AnswerLines } from "#app/assessment/ui/feedback-box.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "teach.previewTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  previewQuiz(
    await requireActor(request),
    requireParam(params, "course"),
    requireParam(params, "activity"),
    languageOf(request),
  ),
);

export default function PreviewQuizPage() {
  const t = useT();
  const quiz = useLoaderData<typeof loader>();
  return (
    <div className="measure stack">
      <Breadcrumbs items={[{ to: `/teach/${quiz.slug}/preview`, label: quiz.courseTitle }]} />
      <Notice kind="info">{t("teach.previewBanner")}</Notice>
      <PageHeader title={quiz.title} />
      <p>{t("quiz.rulePass", { passMark: quiz.passMark })}</p>
      {quiz.drawCount !== null && <p>{t("teach.previewDraw", { count: quiz.drawCount })}</p>}
      <ol className="grid gap-4">
        {quiz.questions.map(({ id, asked, feedback, isCritical }) => (
          <li key={id} className="card stack">
            <p className="font-semibold">
              {id}: {asked.q}
            </p>
            {isCritical && <p className="text-accent">{t("teach.critical")}</p>}
            <ul className="list-disc ps-5">
              {asked.options.map((option) => (
                <li key={option}>{option}</li>
              ))}
            </ul>
            <Disclosure summary={t("teach.previewShowAnswer")}>
              <AnswerLines type={asked.type} lines={feedback.rightAnswer} isRight />
              <p>{feedback.why}</p>
            </Disclosure>
          </li>
        ))}
      </ol>
    </div>
  );
}
