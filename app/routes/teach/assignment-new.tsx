import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { newAssignmentPage, submitNewAssignment } from "#app/authoring/draft-assignment.server.ts";
import { AssignmentForm } from "#app/authoring/ui/assignment-form.tsx";
import { DraftBreadcrumbs } from "#app/authoring/ui/draft-breadcrumbs.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "outline.newAssignment" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  newAssignmentPage(await requireActor(request), requireParam(params, "course"), languageOf(request)),
);

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const outcome = await submitNewAssignment(actor, course, fieldsOf(await request.formData()));
  if ("errors" in outcome) return data(outcome, { status: 422 });
  return redirect(`/teach/${course}/draft/outline?done=assignment`);
});

export default function NewAssignmentPage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <div className="measure grid gap-8">
      <DraftBreadcrumbs slug={page.slug} courseTitle={page.courseTitle} isInOutline />
      <PageHeader title={t("outline.newAssignment")} lead={t("outline.addAssignmentLead")} />
      <AssignmentForm page={page} failed={failed} />
    </div>
  );
}
