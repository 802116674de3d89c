import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { previewBankAnswer, previewBankQuestion } from "#app/assessment/bank-preview.server.ts";
import { InlineCheck } from "#app/assessment/ui/inline-check.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { isLanguage, languages } from "#app/platform/languages.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";

export const handle = { title: "bank.previewTitle" } satisfies PageHandle;

/** Of the question; the page around it stays in the reader's. */
function languageIn(request: Request) {
  const given = new URL(request.url).searchParams.get("language");
  return isLanguage(given) ? given : languageOf(request);
}

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [bankId, questionId] = [requireParam(params, "bank"), requireParam(params, "question")];
  const language = languageIn(request);
  return { language, ...(await previewBankQuestion(actor, bankId, questionId, language)) };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [bankId, questionId] = [requireParam(params, "bank"), requireParam(params, "question")];
  const fields = fieldsOf(await request.formData());
  const outcome = await previewBankAnswer(actor, bankId, questionId, fields, languageIn(request));
  return data({ outcome }, { status: outcome.errors ? 422 : 200 });
});

export default function PreviewQuestionPage() {
  const t = useT();
  const { bank, id, key, type, language, isCritical, isFallback, question } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.outcome ?? null;
  const here = `/teach/banks/${bank.id}/questions/${id}`;
  return (
    <div className="measure stack">
      <Breadcrumbs
        items={[
          { to: `/teach/banks/${bank.id}`, label: bank.title },
          { to: here, label: key },
        ]}
      />
      <PageHeader title={t("bank.previewOf", { key })} kicker={t(`bank.type_${type}`)} />
      <Notice kind="info">{t("bank.previewBanner")}</Notice>
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <SelectField
          name="language"
          label={t("bank.previewLanguage")}
          options={languages.map(({ tag, name }) => ({ value: tag, label: name }))}
          defaultValue={language}
        />
        <Button variant="secondary">{t("bank.previewShow")}</Button>
      </Form>
      {isFallback && <Notice kind="warning">{t("bank.previewFallback")}</Notice>}
      {isCritical && <p className="text-accent">{t("quiz.criticalNote")}</p>}
      <InlineCheck
        key={`${key} ${language}`}
        id={key}
        title={key}
        to={`${here}/preview?language=${language}`}
        asked={question.asked}
        outcome={outcome}
      />
    </div>
  );
}
