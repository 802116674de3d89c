import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";

import { captionsPage, submitCaptions } from "#app/authoring/draft-captions.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { languageName } from "#app/platform/languages.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "captions.title" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  captionsPage(
    await requireActor(request),
    requireParam(params, "course"),
    requireParam(params, "name"),
    languageOf(request),
  ),
);

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, name] = [requireParam(params, "course"), requireParam(params, "name")];
  const refused = await submitCaptions(actor, course, name, fieldsOf(await request.formData()));
  if (refused) return data(refused, { status: refused.refusal.key === "captions.changed" ? 409 : 422 });
  return redirect(`/teach/${course}/draft/captions/${name}?done=saved`);
});

export default function DraftCaptionsPage() {
  const t = useT();
  const { slug, courseTitle, name, film, language } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const isSaved = useSearchParams()[0].get("done") === "saved" && !failed;
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: courseTitle },
          { to: `/teach/${slug}/draft`, label: t("drafts.title") },
          { to: `/teach/${slug}/draft/media`, label: t("media.title") },
        ]}
      />
      <PageHeader
        title={t("captions.title")}
        kicker={language ? `${name}, ${languageName(language)}` : name}
        lead={t("captions.lead")}
      />
      {isSaved && (
        <Notice kind="success" isStatus>
          {t("captions.saved")}
        </Notice>
      )}
      {film && (
        <figure className="stack">
          <video controls preload="metadata" src={film.address} aria-label={film.name} className="w-full" />
          <figcaption className="text-slate">{film.name}</figcaption>
        </figure>
      )}
      <CaptionsForm />
    </div>
  );
}

function CaptionsForm() {
  const t = useT();
  const { text, basis, language } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const area = useRef<HTMLTextAreaElement>(null);
  const { key, line, says } = failed?.refusal ?? {};
  useEffect(() => {
    if (line && area.current) chooseLine(area.current, line);
  }, [failed, line]);
  return (
    <Form method="post" noValidate className="stack" key={basis}>
      <input type="hidden" name="basis" value={basis} />
      <div className={key ? "border-s-4 border-brick ps-4" : ""}>
        <label htmlFor="text" className="block font-semibold">
          {t("captions.text")}
        </label>
        <p id="text-hint" className="text-slate">
          {t("captions.hint")}
        </p>
        {key && (
          <p id="text-error" role="alert" className="font-semibold text-brick">
            <span className="sr-only">{t("common.errorPrefix")} </span>
            {t(key, { line: line ?? 0 })} {says && t("captions.says", { text: says })}
          </p>
        )}
        <textarea
          ref={area}
          id="text"
          name="text"
          rows={20}
          lang={language ?? undefined}
          spellCheck={false}
          className="control mt-1.5 font-mono"
          aria-describedby={key ? "text-hint text-error" : "text-hint"}
          aria-invalid={key ? true : undefined}
          defaultValue={failed?.typed ?? text}
        />
      </div>
      <div>
        <Button>{t("common.save")}</Button>
      </div>
    </Form>
  );
}

/** Leads to the line that is spoken of. */
function chooseLine(area: HTMLTextAreaElement, line: number): void {
  const before = area.value.split("\n").slice(0, line - 1);
  const start = before.reduce((sum, one) => sum + one.length + 1, 0);
  const end = area.value.indexOf("\n", start);
  area.focus();
  area.setSelectionRange(start, end === -1 ? area.value.length : end);
}
