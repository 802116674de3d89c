import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { submitTerm, termsPage } from "#app/authoring/draft-terms.server.ts";
import { DraftBreadcrumbs } from "#app/authoring/ui/draft-breadcrumbs.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { defaultLanguage } from "#app/platform/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "terms.title" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  termsPage(await requireActor(request), requireParam(params, "course"), languageOf(request)),
);

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const fields = fieldsOf(await request.formData());
  const refused = await submitTerm(actor, course, fields);
  if (refused) return data(refused, { status: refused.errors.form ? 409 : 422 });
  const done = fields.intent === "remove" ? "removed" : "saved";
  return redirect(`/teach/${course}/draft/terms?done=${done}`);
});

export default function DraftTermsPage() {
  const t = useT();
  const { slug, courseTitle, terms } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  return (
    <div className="measure grid gap-8">
      <DraftBreadcrumbs slug={slug} courseTitle={courseTitle} />
      <PageHeader title={t("terms.title")} lead={t("terms.lead")} />
      {!failed && (done === "saved" || done === "removed") && (
        <Notice kind="success" isStatus>
          {t(done === "saved" ? "terms.doneSaved" : "terms.doneRemoved")}
        </Notice>
      )}
      <section className="stack">
        <h2>{t("terms.all")}</h2>
        {terms.length === 0 && <p>{t("terms.none")}</p>}
        <ul className="grid gap-4">
          {terms.map(({ id, word, meaning }) => (
            <li key={id} className="card">
              <h3 lang={defaultLanguage}>{word}</h3>
              <p lang={defaultLanguage}>{meaning}</p>
              <Link
                to={`?term=${id}#term-form`}
                aria-label={t("terms.changeOf", { word })}
                className="inline-flex min-h-11 items-center"
              >
                {t("terms.change")}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <TermSection />
      <p>
        <Link to={`/teach/${slug}/draft/translations`}>{t("terms.translate")}</Link>
      </p>
    </div>
  );
}

/** A new term; or the one that was chosen in the list. */
function TermSection() {
  const t = useT();
  const { slug, terms, others } = useLoaderData<typeof loader>();
  const chosen = useSearchParams()[0].get("term");
  const term = terms.find(({ id }) => id === chosen) ?? null;
  return (
    <section id="term-form" className="card stack">
      <h2>{term ? t("terms.changeOf", { word: term.word }) : t("terms.add")}</h2>
      {!term && others.length > 0 && <p>{t("terms.others", { words: others.join(", ") })}</p>}
      <TermForm key={term?.id ?? `new-${terms.length}`} term={term} />
      {term && (
        <>
          {term.isUsed ? <p>{t("terms.stillUsed")}</p> : <Removal id={term.id} />}
          <p>
            <Link to={`/teach/${slug}/draft/terms`}>{t("terms.addAnother")}</Link>
          </p>
        </>
      )}
    </section>
  );
}

function TermForm({ term }: { term: { id: string; word: string; meaning: string } | null }) {
  const t = useT();
  const failed = useActionData<typeof action>();
  const { word = "", meaning = "" } = { ...term, ...failed?.typed };
  return (
    <Form method="post" noValidate className="stack">
      <ErrorSummary errors={failed?.errors} />
      <input type="hidden" name="term" value={term?.id ?? ""} />
      <TextField
        name="word"
        label={t("terms.word")}
        hint={t("terms.wordHint")}
        defaultValue={word}
        maxLength={80}
        error={failed?.errors.word}
        lang={defaultLanguage}
      />
      <TextArea
        name="meaning"
        label={t("terms.meaning")}
        hint={t("terms.meaningHint")}
        rows={3}
        maxLength={600}
        defaultValue={meaning}
        error={failed?.errors.meaning}
        lang={defaultLanguage}
      />
      <div>
        <Button>{t(term ? "common.save" : "terms.addNow")}</Button>
      </div>
    </Form>
  );
}

function Removal({ id }: { id: string }) {
  const t = useT();
  return (
    <Form method="post">
      <input type="hidden" name="term" value={id} />
      <Button name="intent" value="remove" variant="danger">
        {t("terms.remove")}
      </Button>
    </Form>
  );
}
