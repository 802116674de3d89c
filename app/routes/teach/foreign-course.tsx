import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { type ForeignLanguage, foreignLanguages } from "#app/authoring/foreign-course/foreign-language.ts";
import {
  foreignCoursePage,
  submitForeignCourse,
} from "#app/authoring/foreign-course/foreign-pages.server.ts";
import { Becomes, Changed, LeftOutParts } from "#app/authoring/ui/foreign-preview.tsx";
import { ForeignState } from "#app/authoring/ui/foreign-state.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageName } from "#app/platform/languages.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useReloadWhile } from "#app/ui/use-reload-while.ts";

export const handle = { title: "foreignCourse.pageTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const page = await foreignCoursePage(await requireActor(request), requireParam(params, "upload"));
  if (page.course) throw redirect(`/teach/${page.course}/draft?done=created`);
  return page;
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const uploadId = requireParam(params, "upload");
  const outcome = await submitForeignCourse(actor, uploadId, fieldsOf(await request.formData()));
  if ("errors" in outcome) return data(outcome, { status: 422 });
  return redirect(outcome.done === "discarded" ? "/teach/imports" : `/teach/imports/${uploadId}`);
});

export default function ForeignCoursePage() {
  const t = useT();
  const { fileName, state, preview, leftOut } = useLoaderData<typeof loader>();
  const isUnderWay = state === "received" || state === "making";
  useReloadWhile(isUnderWay);
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: "/teach/new", label: t("outline.new") },
          { to: "/teach/imports", label: t("foreignCourse.title") },
        ]}
      />
      <PageHeader
        title={<span className="wrap-anywhere">{fileName}</span>}
        kicker={preview ? t("foreignCourse.origin", originOf(preview)) : undefined}
      >
        <ForeignState state={state} />
      </PageHeader>
      {isUnderWay && <UnderWay />}
      {state === "refused" && <Refused />}
      {state === "ready" && preview && (
        <>
          <Becomes preview={preview} />
          <LeftOutParts groups={leftOut} />
          <Changed preview={preview} />
          <MakeForm />
        </>
      )}
      {state === "refused" && leftOut.length > 0 && <LeftOutParts groups={leftOut} />}
      {(state === "ready" || state === "refused") && <Discard />}
    </div>
  );
}

/** Moodle's release comes with the day it was built. */
function originOf({ kind, version }: { kind: string; version: string }) {
  const isMoodle = kind === "moodle-backup";
  return {
    kind: isMoodle ? "moodle" : "cartridge",
    version: isMoodle ? (version.split(" ", 1)[0] ?? "") : version,
  };
}

function UnderWay() {
  const t = useT();
  const { id, state } = useLoaderData<typeof loader>();
  const title = state === "making" ? t("foreignCourse.making") : t("foreignCourse.reading");
  return (
    <Notice kind="info" title={title} isStatus>
      <p>{t("foreignCourse.waitHint")}</p>
      <p>
        <a href={`/teach/imports/${id}`}>{t("authoring.reload")}</a>
      </p>
    </Notice>
  );
}

function Refused() {
  const t = useT();
  const { refusal } = useLoaderData<typeof loader>();
  return (
    <Notice kind="danger" title={t("foreignCourse.refusedTitle")} isStatus>
      <p className="wrap-anywhere">{refusal && t(refusal.key, refusal.values)}</p>
      <p className="mt-2">{t("foreignCourse.refusedNext")}</p>
      <p>
        <Link to="/teach/imports">{t("foreignCourse.sendTitle")}</Link>
      </p>
    </Notice>
  );
}

function MakeForm() {
  const t = useT();
  const { given, refusal } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failed = answer && "errors" in answer ? answer : undefined;
  const typed = failed?.typed ?? given;
  return (
    <section className="stack" aria-labelledby="make-title">
      <h2 id="make-title">{t("foreignCourse.makeTitle")}</h2>
      <p>{t("foreignCourse.makeLead")}</p>
      {refusal && !failed && (
        <Notice kind="danger" title={t("foreignCourse.notMade")} isStatus>
          <p>{t(refusal.key, refusal.values)}</p>
        </Notice>
      )}
      <Form method="post" noValidate className="stack">
        <ErrorSummary errors={failed?.errors} />
        <TextField
          name="title"
          label={t("foreignCourse.fieldTitle")}
          defaultValue={typed?.title}
          maxLength={200}
          error={failed?.errors.title}
        />
        <TextField
          name="address"
          label={t("foreignCourse.fieldAddress")}
          hint={t("foreignCourse.fieldAddressHint")}
          defaultValue={typed?.address}
          maxLength={60}
          spellCheck={false}
          error={failed?.errors.address}
        />
        <SelectField
          name="language"
          label={t("foreignCourse.fieldLanguage")}
          hint={t("foreignCourse.fieldLanguageHint")}
          options={foreignLanguages.map((tag: ForeignLanguage) => ({
            value: tag,
            label: tag === "other" ? t("foreignCourse.languageOther") : languageName(tag),
          }))}
          defaultValue={typed?.language}
          error={failed?.errors.language}
        />
        <div>
          <Button name="intent" value="make">
            {t("foreignCourse.make")}
          </Button>
        </div>
      </Form>
    </section>
  );
}

/** The file of a refused course is deleted already. */
function Discard() {
  const t = useT();
  const { keptDays, state } = useLoaderData<typeof loader>();
  const isKept = state === "ready";
  return (
    <Form method="post" className="grid justify-items-start gap-2 border-t border-line pt-6">
      {isKept && <p className="text-slate">{t("foreignCourse.kept", { days: keptDays })}</p>}
      <Button variant="secondary" name="intent" value="discard">
        {t(isKept ? "foreignCourse.discard" : "foreignCourse.forget")}
      </Button>
    </Form>
  );
}
