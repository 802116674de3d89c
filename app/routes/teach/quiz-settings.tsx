import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { submitQuizSettings } from "#app/assessment/quiz-editor.server.ts";
import { settingsPage } from "#app/assessment/quiz-pages.server.ts";
import { QuizPageHeader } from "#app/assessment/ui/quiz-page-header.tsx";
import { QuizSettingsFields } from "#app/assessment/ui/quiz-settings-fields.tsx";
import { ScarceKinds } from "#app/assessment/ui/scarce-kinds.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "quizzes.settingsTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  return settingsPage(
    actor,
    requireParam(params, "course"),
    requireParam(params, "quiz"),
    languageOf(request),
  );
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, quiz] = [requireParam(params, "course"), requireParam(params, "quiz")];
  const fields = fieldsOf(await request.formData());
  const failed = await submitQuizSettings(actor, course, quiz, fields);
  if (failed) return data({ ...failed, feedbackShow: [fields.feedbackShow ?? []].flat() }, { status: 422 });
  return redirect(`/teach/${course}/quizzes/${quiz}?saved=yes`);
});

export default function QuizSettingsPage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const [search] = useSearchParams();
  const fields = failed
    ? {
        texts: failed.typed,
        checks: Object.fromEntries(
          Object.keys(page.fields.checks).map((name) => [name, failed.typed[name] === "yes"]),
        ),
        feedbackShow: failed.feedbackShow,
      }
    : page.fields;
  return (
    <div className="measure grid gap-8">
      <QuizPageHeader page={page} />
      {search.has("saved") && !failed && (
        <Notice kind="success" isStatus>
          {t("quizzes.saved")}
        </Notice>
      )}
      {page.scarce && <ScarceKinds scarce={page.scarce} />}
      <Form method="post" noValidate className="grid gap-8" key={page.version}>
        <ErrorSummary errors={failed?.errors} />
        <QuizSettingsFields fields={fields} errors={failed?.errors} others={page.others} />
        <Button>{t("quizzes.save")}</Button>
      </Form>
    </div>
  );
}
