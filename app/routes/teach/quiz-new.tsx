import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { createQuiz } from "#app/assessment/quiz-editor.server.ts";
import { quizListPage } from "#app/assessment/quiz-pages.server.ts";
import { ModeField } from "#app/assessment/ui/quiz-settings-fields.tsx";
import { TitleFields } from "#app/assessment/ui/title-fields.tsx";
import { newQuizForm } from "#app/authoring/quiz-placement-form.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, parseForm, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { newId } from "#app/platform/id.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "quizzes.newTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const page = await quizListPage(actor, requireParam(params, "course"), languageOf(request));
  return { slug: page.slug, courseTitle: page.courseTitle, languages: page.languages, id: newId() };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const { languages } = await quizListPage(actor, course, languageOf(request));
  const { values, errors, typed } = await parseForm(request, newQuizForm(languages));
  if (errors) return data({ errors, typed }, { status: 422 });
  const quiz = await createQuiz(actor, course, values);
  return redirect(`/teach/${course}/quizzes/${quiz}/questions`);
});

export default function NewQuizPage() {
  const t = useT();
  const { slug, courseTitle, languages, id } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: courseTitle },
          { to: `/teach/${slug}/quizzes`, label: t("quizzes.quizzes") },
        ]}
      />
      <PageHeader title={t("quizzes.new")} />
      <Form method="post" noValidate className="stack">
        <ErrorSummary errors={failed?.errors} />
        <input type="hidden" name="id" value={id} />
        <TitleFields languages={languages} typed={failed?.typed} errors={failed?.errors} />
        <ModeField defaultValue={failed?.typed.mode} error={failed?.errors.mode} />
        <Button>{t("quizzes.create")}</Button>
      </Form>
    </div>
  );
}
