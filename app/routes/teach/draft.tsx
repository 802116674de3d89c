import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { draftPage, type ShownCheck, shownCheck } from "#app/authoring/draft-pages.server.ts";
import { beginDraft, submitDiscard } from "#app/authoring/draft.server.ts";
import { cancelPublication } from "#app/authoring/planned-publication.server.ts";
import { submitPublication } from "#app/authoring/publication-intake.server.ts";
import { DraftPublication } from "#app/authoring/ui/draft-publication.tsx";
import { DraftTasks } from "#app/authoring/ui/draft-tasks.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { CourseNav } from "#app/library/ui/course-nav.tsx";
import { fieldsOf, type FormErrors } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "drafts.title" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const page = await draftPage(actor, requireParam(params, "course"), languageOf(request));
  return { ...page, isAdministrator: actor.role === "administrator" };
});

type Answer = { errors: FormErrors | null; check: ShownCheck | null; typed: Record<string, string> };

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const fields = fieldsOf(await request.formData());
  const here = `/teach/${course}/draft`;
  const answer = (given: Partial<Answer>, status = 200) =>
    data<Answer>({ errors: null, check: null, typed: {}, ...given }, { status });
  if (fields.intent === "begin") {
    await beginDraft(actor, course);
    return redirect(here);
  }
  if (fields.intent === "cancel") {
    await cancelPublication(actor, course);
    return redirect(`${here}?done=cancelled`);
  }
  if (fields.intent === "discard") {
    const errors = await submitDiscard(actor, course, fields);
    return errors ? answer({ errors }, 422) : redirect(`${here}?done=discarded`);
  }
  const { errors, check, typed } = await submitPublication(actor, course, fields);
  const isDone = check && fields.intent !== "check" && check.faults.length + check.warnings.length === 0;
  if (isDone) return redirect(`${here}?done=${fields.intent === "plan" ? "planned" : "published"}`);
  const shown = check && (await shownCheck(actor, course, check, languageOf(request)));
  return answer({ errors, check: shown, typed }, fields.intent === "check" ? 200 : 422);
});

export default function DraftPage() {
  const { t, formatDateTime } = useI18n();
  const { slug, title, label, draft, isAdministrator } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: title },
        ]}
      />
      <PageHeader title={t("drafts.title")} lead={t("drafts.lead")}>
        <CourseNav slug={slug} isAdministrator={isAdministrator} label={title} />
      </PageHeader>
      {done === "published" && !draft && !failed && (
        <Notice kind="success" isStatus>
          <p>{t("drafts.published", { label })}</p>
          <p className="flex flex-wrap gap-x-6">
            <Link to={`/teach/${slug}/enrolments`}>{t("drafts.thenEnrol")}</Link>
            <Link to={`/teach/${slug}/preview`}>{t("teach.preview")}</Link>
          </p>
        </Notice>
      )}
      {done === "discarded" && !draft && !failed && (
        <Notice kind="success" isStatus>
          {t("drafts.discarded")}
        </Notice>
      )}
      {done === "planned" && draft?.plan && !failed && (
        <Notice kind="success" isStatus>
          {t("publishing.planDone", { date: formatDateTime(draft.plan.publishAt) })}
        </Notice>
      )}
      {done === "cancelled" && draft && !draft.plan && !failed && (
        <Notice kind="success" isStatus>
          {t("publishing.planCancelled")}
        </Notice>
      )}
      {done === "created" && draft && !failed && <Created />}
      {draft ? <OpenDraft /> : <NoDraft />}
      <p>
        <Link to={`/teach/${slug}/versions`}>{t("reviews.versions")}</Link>
      </p>
      <p>
        <Link to={`/teach/${slug}/availability`}>{t("publishing.availability")}</Link>
      </p>
      <p>
        <Link to={`/teach/${slug}/draft/comments`}>{t("reviews.comments")}</Link>
      </p>
      <section className="stack">
        <h2>{t("drafts.archive")}</h2>
        <p>{t("drafts.archiveLead")}</p>
        <div>
          <ButtonLink to={`/teach/${slug}/folder.zip`} variant="secondary" isDownload>
            {t("drafts.download")}
          </ButtonLink>
        </div>
      </section>
    </div>
  );
}

function Created() {
  const t = useT();
  const { slug } = useLoaderData<typeof loader>();
  const given = useSearchParams()[0].get("instead") ?? "";
  const instead = /^[a-z0-9-]+$/.test(given) ? given : null;
  return (
    <Notice kind="success" isStatus>
      <p>{t("outline.created")}</p>
      {instead && <p>{t("outline.createdInstead", { instead, slug })}</p>}
    </Notice>
  );
}

function NoDraft() {
  const t = useT();
  const { label } = useLoaderData<typeof loader>();
  return (
    <Form method="post" className="card stack">
      <p>{t("drafts.beginLead", { label })}</p>
      <div>
        <Button name="intent" value="begin">
          {t("drafts.begin")}
        </Button>
      </div>
    </Form>
  );
}

function OpenDraft() {
  const { t, formatDate } = useI18n();
  const page = useLoaderData<typeof loader>();
  const { slug, label, draft } = page;
  const failed = useActionData<typeof action>();
  const isPublicationAnswer = failed && !failed.errors?.confirm;
  if (!draft) return null;
  return (
    <>
      <p>{t("drafts.begunOn", { date: formatDate(draft.createdAt), label })}</p>
      <DraftTasks slug={slug} />
      <Lessons />
      <div className="flex flex-wrap gap-4">
        <ButtonLink to="media" variant="secondary">
          {t("media.title")}
        </ButtonLink>
        <ButtonLink to="terms" variant="secondary">
          {t("terms.title")}
        </ButtonLink>
      </div>
      <Changes />
      <DraftPublication {...page} plan={draft.plan} answer={isPublicationAnswer ? failed : undefined} />
      <Discard />
    </>
  );
}

function Lessons() {
  const t = useT();
  const { slug, draft } = useLoaderData<typeof loader>();
  return (
    <section className="stack">
      <h2>{t("drafts.lessons")}</h2>
      <ul className="grid gap-3">
        {draft?.lessons.map((lesson) => (
          <li key={lesson.id} className="card">
            <h3>{lesson.title}</h3>
            <ul className="flex flex-wrap gap-x-6">
              {lesson.languages.map(({ tag, name, isWritten }) => (
                <li key={tag}>
                  <Link
                    to={`/teach/${slug}/draft/lessons/${lesson.id}/${tag}`}
                    aria-label={t("drafts.lessonIn", { lesson: lesson.title, language: name })}
                    className="inline-flex min-h-11 items-center"
                  >
                    {isWritten ? name : t("drafts.notWritten", { language: name })}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <div>
        <ButtonLink to={`/teach/${slug}/draft/translations`} variant="secondary">
          {t("workbench.open")}
        </ButtonLink>
      </div>
    </section>
  );
}

function Changes() {
  const { t, formatDateTime } = useI18n();
  const { slug, number, draft } = useLoaderData<typeof loader>();
  return (
    <section className="stack">
      <h2>{t("drafts.changes")}</h2>
      <p>
        <Link to={`/teach/${slug}/versions/${number}/draft`}>{t("reviews.compareDraft")}</Link>
      </p>
      {draft?.changes.length === 0 && <p>{t("drafts.noChanges")}</p>}
      <ul className="list-disc ps-5">
        {draft?.changes.map(({ path, what, to, changedAt, by }) => (
          <li key={path} className="wrap-anywhere">
            {to ? <Link to={to}>{what}</Link> : what}
            {": "}
            {t("drafts.changedBy", { name: by ?? t("drafts.somebody"), date: formatDateTime(changedAt) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Discard() {
  const t = useT();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <Form method="post" noValidate className="card stack">
      <h2>{t("drafts.discardTitle")}</h2>
      <ErrorSummary errors={errors?.confirm ? errors : null} />
      <p>{t("drafts.discardLead")}</p>
      <input type="hidden" name="intent" value="discard" />
      <Checkbox name="confirm" label={t("drafts.discardConfirm")} error={errors?.confirm} />
      <div>
        <Button variant="danger">{t("drafts.discard")}</Button>
      </div>
    </Form>
  );
}
