import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { sharedLessonPage, submitSharedLesson } from "#app/authoring/transfer/shared-lesson.server.ts";
import { DraftBreadcrumbs } from "#app/authoring/ui/draft-breadcrumbs.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";

export const handle = { title: "transfer.share" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const from = new URL(request.url).searchParams.get("from");
  return sharedLessonPage(actor, requireParam(params, "course"), from, languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const errors = await submitSharedLesson(actor, course, fieldsOf(await request.formData()));
  if (errors) return data({ errors }, { status: 422 });
  return redirect(`/teach/${course}/draft/outline?done=shared`);
});

export default function DraftSharedLessonPage() {
  const t = useT();
  const { slug, courseTitle, courses, chosen, lessons } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <div className="measure grid gap-8">
      <DraftBreadcrumbs slug={slug} courseTitle={courseTitle} isInOutline />
      <PageHeader title={t("transfer.share")} lead={t("transfer.shareLead")} />
      {courses.length === 0 ? (
        <p>{t("transfer.noOther")}</p>
      ) : (
        <Form method="get" className="stack">
          <SelectField
            name="from"
            label={t("transfer.fieldFrom")}
            options={courses.map((course) => ({ value: course.slug, label: course.title }))}
            defaultValue={chosen ?? undefined}
          />
          <div>
            <Button variant={chosen ? "secondary" : "primary"}>{t("transfer.showLessons")}</Button>
          </div>
        </Form>
      )}
      {chosen && lessons.length === 0 && <p>{t("transfer.noLessons")}</p>}
      {chosen && lessons.length > 0 && (
        <Form method="post" noValidate className="stack">
          <ErrorSummary errors={errors} />
          <input type="hidden" name="from" value={chosen} />
          <RadioGroup
            name="lesson"
            legend={t("transfer.fieldLesson")}
            options={lessons.map(({ id, title }) => ({ value: id, label: title }))}
            error={errors?.lesson}
          />
          <div>
            <Button>{t("transfer.shareButton")}</Button>
          </div>
        </Form>
      )}
    </div>
  );
}
