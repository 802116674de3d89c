import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { NewMemberField, TeamMembers } from "#app/identity/ui/team-fields.tsx";
import { courseTeam, submitTeamChange, taughtCourseTitle } from "#app/library/course-team.server.ts";
import { CourseNav } from "#app/library/ui/course-nav.tsx";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "teach.teamTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const slug = requireParam(params, "course");
  // First: whoever is no administrator is refused, her own course or not.
  const team = await courseTeam(actor, slug);
  return { slug, courseTitle: await taughtCourseTitle(actor, slug, languageOf(request)), ...team };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const slug = requireParam(params, "course");
  const errors = await submitTeamChange(actor, slug, fieldsOf(await request.formData()));
  if (errors) return data({ errors }, { status: 422 });
  return redirect(`/teach/${slug}/team`);
});

export default function TeamPage() {
  const t = useT();
  const { slug, courseTitle, members, others } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: courseTitle },
        ]}
      />
      <PageHeader title={t("teach.team")} lead={t("teach.teamLead")}>
        <CourseNav slug={slug} isAdministrator label={t("teach.courses")} />
      </PageHeader>
      {members.length === 0 && <p>{t("teach.teamNone")}</p>}
      <TeamMembers members={members} remove={(name) => t("teach.teamRemove", { name })} />
      {others.length === 0 ? (
        <p>{t("teach.teamNobodyLeft")}</p>
      ) : (
        <Form method="post" noValidate className="stack">
          <h2>{t("teach.teamAdd")}</h2>
          <ErrorSummary errors={errors} />
          <NewMemberField label={t("teach.teamChoose")} others={others} errors={errors} />
          <Button name="intent" value="add">
            {t("teach.teamAddSubmit")}
          </Button>
        </Form>
      )}
    </div>
  );
}
