import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { answerSurvey, surveyOf } from "#app/surveys/survey.server.ts";
import { SurveyFields } from "#app/surveys/ui/survey-fields.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "survey.title" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  return surveyOf(
    actor,
    requireParam(params, "course"),
    requireParam(params, "activity"),
    languageOf(request),
  );
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const activity = requireParam(params, "activity");
  await answerSurvey(actor, course, activity, fieldsOf(await request.formData()));
  return redirect(`/learn/${course}/surveys/${activity}`);
});

export default function SurveyPage() {
  const t = useT();
  const { courseSlug, courseTitle, isAnswered, isFallback, survey, text } = useLoaderData<typeof loader>();
  return (
    <div className="measure stack">
      <Breadcrumbs items={[{ to: `/learn/${courseSlug}`, label: courseTitle }]} />
      <PageHeader title={text.title} lead={isAnswered ? undefined : text.intro} />
      {isAnswered ? (
        <Notice kind="success" title={t("survey.thanks")} isStatus>
          <p>{t("survey.thanksHint")}</p>
          <p>
            <Link to={`/learn/${courseSlug}`}>{t("learn.backToCourse")}</Link>
          </p>
        </Notice>
      ) : (
        <Form method="post" className="grid gap-10" lang={isFallback ? "en" : undefined}>
          <Notice kind="info">{t("survey.anonymous")}</Notice>
          <SurveyFields survey={survey} text={text} />
          <div>
            <Button>{t("survey.send")}</Button>
          </div>
        </Form>
      )}
    </div>
  );
}
