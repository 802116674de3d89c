import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { previewAnswer, previewQuiz } from "#app/assessment/preview.server.ts";
import { InlineCheck } from "#app/assessment/ui/inline-check.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "teach.previewTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  previewQuiz(
    await requireActor(request),
    requireParam(params, "course"),
    requireParam(params, "activity"),
    Number(new URL(request.url).searchParams.get("question") ?? 1),
    languageOf(request),
  ),
);

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const fields = fieldsOf(await request.formData());
  const [course, place] = [requireParam(params, "course"), requireParam(params, "activity")];
  const outcome = await previewAnswer(actor, course, fields, languageOf(request), place);
  return data({ outcome }, { status: outcome.errors ? 422 : 200 });
});

export default function PreviewQuizPage() {
  const t = useT();
  const quiz = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.outcome ?? null;
  const here = `/teach/${quiz.slug}/preview/quizzes/${quiz.place}`;
  return (
    <div className="measure stack">
      <Breadcrumbs items={[{ to: `/teach/${quiz.slug}/preview`, label: quiz.courseTitle }]} />
      <Notice kind="info">{t("teach.previewBanner")}</Notice>
      <PageHeader
        kicker={t("quiz.questionOf", { position: quiz.position, total: quiz.total })}
        title={quiz.title}
      />
      <p>{t("attempt.pass", { passMark: quiz.passMark })}</p>
      {quiz.hasCritical && <p>{t("attempt.critical")}</p>}
      {quiz.attempts !== null && <p>{t("quizzes.ruleAttempts", { count: quiz.attempts })}</p>}
      {quiz.drawCount !== null && <p>{t("teach.previewDraw", { count: quiz.drawCount })}</p>}
      {quiz.isCritical && <p className="text-accent">{t("quiz.criticalNote")}</p>}
      <InlineCheck
        key={quiz.question.id}
        id={quiz.question.id}
        title={quiz.question.id}
        to={`${here}?question=${quiz.position}`}
        asked={quiz.question.asked}
        outcome={outcome?.id === quiz.question.id ? outcome : null}
      />
      <div className="flex gap-4">
        {quiz.position > 1 && (
          <ButtonLink variant="secondary" to={`${here}?question=${quiz.position - 1}`}>
            {t("learn.previous")}
          </ButtonLink>
        )}
        {quiz.position < quiz.total && (
          <ButtonLink to={`${here}?question=${quiz.position + 1}`}>{t("learn.next")}</ButtonLink>
        )}
      </div>
    </div>
  );
}
