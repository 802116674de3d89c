import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";

import { requireChangeableBank } from "#app/assessment/bank.server.ts";
import { submitQuestion } from "#app/assessment/bank-editor.server.ts";
import { editorPage } from "#app/assessment/bank-pages.server.ts";
import { EditorForm } from "#app/assessment/editor/editor-context.tsx";
import { TranslationFields } from "#app/assessment/editor/translation-fields.tsx";
import { editorLimits } from "#app/assessment/editor-limits.ts";
import { EditorFrame, QuestionEditor } from "#app/assessment/ui/question-editor.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { withSentForm } from "#app/platform/sent-form.server.ts";
import { languageName, writtenLanguages } from "#app/platform/languages.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "bank.editTitle" } satisfies PageHandle;

function languageIn(request: Request) {
  const given = new URL(request.url).searchParams.get("language");
  return writtenLanguages.find((language) => language === given) ?? null;
}

export const loader = endpoint(async ({ request, params }) =>
  editorPage(
    await requireActor(request),
    requireParam(params, "bank"),
    requireParam(params, "question"),
    languageIn(request),
  ),
);

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [bankId, questionId] = [requireParam(params, "bank"), requireParam(params, "question")];
  await requireChangeableBank(actor, bankId);
  const outcome = await withSentForm(request, editorLimits, (submission) =>
    submitQuestion(actor, bankId, questionId, languageIn(request), submission),
  );
  if (outcome.kind === "saved") {
    const saved = outcome.isNewVersion ? "version" : "yes";
    return redirect(`/teach/banks/${bankId}/questions/${questionId}?saved=${saved}`);
  }
  const status = outcome.overtaken ? 409 : outcome.errors ? 422 : 200;
  return data({ ...outcome, sentAt: Date.now() }, { status });
});

export default function EditQuestionPage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const { bank, questionId, key, language, main } = page;
  const again = useActionData<typeof action>() ?? null;
  const here = `/teach/banks/${bank.id}/questions/${questionId}`;
  const shown = again ?? { ...page, errors: null, focus: null, overtaken: null };
  const frame = { to: `${here}/edit?language=${language}`, back: here, again: shown };
  const frameKey = `${language} ${again?.sentAt ?? ""}`;
  return (
    <div className={`grid gap-8 ${language === main ? "measure" : "wide"}`}>
      <Breadcrumbs
        items={[
          { to: "/teach/banks", label: t("bank.banks") },
          { to: `/teach/banks/${bank.id}`, label: bank.title },
          { to: here, label: key },
        ]}
      />
      <PageHeader title={t("bank.editQuestion", { key })} kicker={t(`bank.type_${page.type}`)}>
        <Languages />
      </PageHeader>
      <WhatSavingDoes />
      {language === main ? (
        <QuestionEditor
          key={frameKey}
          {...frame}
          type={page.type}
          language={language}
          choices={page.choices}
        />
      ) : (
        <EditorFrame key={frameKey} {...frame} language={language}>
          <EditorForm editor={{ ...shown, language }}>
            <TranslationFields question={page.structure} original={page.original} originalLanguage={main} />
          </EditorForm>
        </EditorFrame>
      )}
    </div>
  );
}

function Languages() {
  const t = useT();
  const { bank, questionId, language, completeness } = useLoaderData<typeof loader>();
  return (
    <nav aria-label={t("bank.languages")}>
      <ul className="flex flex-wrap gap-x-6">
        {completeness.map((one) => (
          <li key={one.language}>
            <Link
              to={`/teach/banks/${bank.id}/questions/${questionId}/edit?language=${one.language}`}
              aria-current={one.language === language ? "page" : undefined}
              className="inline-flex min-h-11 items-center gap-2 aria-[current=page]:font-semibold"
            >
              <span lang={one.language}>{languageName(one.language)}</span>
              <span className="text-slate">
                {t("bank.languagePart", { written: one.written, needed: one.needed })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Said before it happens: attempts keep the version they were asked. */
function WhatSavingDoes() {
  const t = useT();
  const { isUsed, number, isFromFolder, language, main } = useLoaderData<typeof loader>();
  return (
    <Notice kind="info">
      <p>{isUsed ? t("bank.savingAdds", { number: number + 1 }) : t("bank.savingReplaces")}</p>
      {isFromFolder && <p>{t("bank.savingFolder")}</p>}
      {language === main ? <p>{t("bank.savingOthers")}</p> : <p>{t("bank.savingTranslation")}</p>}
    </Notice>
  );
}
