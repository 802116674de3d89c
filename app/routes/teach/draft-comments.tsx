import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { commentsPage, submitComment, submitCommentState } from "#app/authoring/draft-comment.server.ts";
import { placeOf, placeValue } from "#app/authoring/draft-comment-form.ts";
import { CommentForm, CommentList } from "#app/authoring/ui/draft-comments.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { CourseNav } from "#app/library/ui/course-nav.tsx";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "reviews.comments" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const page = await commentsPage(actor, requireParam(params, "course"), languageOf(request));
  return { ...page, isAdministrator: actor.role === "administrator" };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const fields = fieldsOf(await request.formData());
  const here = `/teach/${course}/draft/comments`;
  if (fields.intent === "state") {
    await submitCommentState(actor, course, fields);
    return redirect(here);
  }
  const errors = await submitComment(actor, course, fields);
  if (!errors) return redirect(here);
  const typed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  return data({ errors, typed }, { status: 422 });
});

export default function DraftCommentsPage() {
  const t = useT();
  const { slug, title, hasDraft, current, earlier, questions, people, isAdministrator } =
    useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const typedPlace = failed?.typed.place;
  const places = [
    { value: "course", label: t("reviews.placeCourse") },
    ...questions.map((question) => ({
      value: placeValue({ ...placeOf("course"), question }),
      label: t("reviews.placeQuestion", { question }),
    })),
  ];
  // A comment that was written beside a lesson keeps its place here.
  const lesson = typedPlace?.startsWith("lesson/") ? placeOf(typedPlace).lesson : null;
  if (typedPlace && lesson) {
    places.unshift({ value: typedPlace, label: t("reviews.placeOfLesson", { lesson }) });
  }
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: title },
          { to: `/teach/${slug}/draft`, label: t("drafts.title") },
        ]}
      />
      <PageHeader title={t("reviews.comments")} lead={t("reviews.commentsLead")}>
        <CourseNav slug={slug} isAdministrator={isAdministrator} label={title} />
      </PageHeader>
      {hasDraft ? (
        <>
          <CommentForm
            slug={slug}
            places={places}
            people={people}
            errors={failed?.errors}
            typed={failed?.typed}
          />
          <CommentList slug={slug} comments={current} />
        </>
      ) : (
        <p>{t("drafts.none")}</p>
      )}
      {earlier.length > 0 && (
        <section className="stack">
          <h2>{t("reviews.olderComments")}</h2>
          <CommentList slug={slug} comments={earlier} isEarlier />
        </section>
      )}
    </div>
  );
}
