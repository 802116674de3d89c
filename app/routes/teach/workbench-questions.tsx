import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";

import { PartStateTag } from "#app/authoring/ui/part-state.tsx";
import { ChangedText } from "#app/authoring/ui/source-text.tsx";
import {
  confirmQuestion,
  type ShownQuestion,
  translatedQuestionsPage,
} from "#app/authoring/workbench-questions.server.ts";
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

export const handle = { title: "workbench.questionsTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, language] = [requireParam(params, "course"), requireParam(params, "language")];
  return translatedQuestionsPage(actor, course, language, languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, language] = [requireParam(params, "course"), requireParam(params, "language")];
  const { question } = fieldsOf(await request.formData());
  await confirmQuestion(actor, course, language, String(question ?? ""));
  return redirect(`/teach/${course}/draft/translation-questions/${language}`);
});

export default function WorkbenchQuestionsPage() {
  const t = useT();
  const { slug, courseTitle, language, from, categories } = useLoaderData<typeof loader>();
  return (
    <div className="measure grid grid-cols-1 gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: courseTitle },
          { to: `/teach/${slug}/draft`, label: t("drafts.title") },
          { to: `/teach/${slug}/draft/translations`, label: t("workbench.title") },
        ]}
      />
      <PageHeader
        kicker={languageName(language)}
        title={t("workbench.questionsTitle")}
        lead={t("workbench.questionsPageLead")}
      >
        <p>{t("workbench.fromLanguage", { language: languageName(from) })}</p>
      </PageHeader>
      {categories.length === 0 && <Notice kind="info">{t("workbench.questionsNone")}</Notice>}
      {categories.map(({ category, questions }) => (
        <section key={category} className="stack" aria-labelledby={`category-${category}`}>
          <h2 id={`category-${category}`} className="wrap-anywhere">
            {category}
          </h2>
          <ul className="grid gap-4">
            {questions.map((question) => (
              <li key={question.id} className="card stack">
                <Question question={question} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Question({ question }: { question: ShownQuestion }) {
  const t = useT();
  const { bank, language, from } = useLoaderData<typeof loader>();
  const { id, key, q, written, needed, state, changes } = question;
  return (
    <>
      <h3 className="wrap-anywhere">
        <Link to={`/teach/banks/${bank}/questions/${id}/edit?language=${language}`}>
          {key}: {q}
        </Link>
      </h3>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <PartStateTag state={state} />
        <span>{t("workbench.progress", { translated: written, total: needed })}</span>
      </p>
      {changes.map(({ name, label, values, words }) => (
        <div key={name} className="grid gap-1">
          <p className="font-semibold">{t(label, values)}</p>
          <ChangedText words={words} from={from} />
        </div>
      ))}
      {state === "behind" && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="question" value={id} />
          <Button variant="secondary" aria-label={t("workbench.questionStillRightOf", { key })}>
            {t("workbench.questionStillRight")}
          </Button>
        </Form>
      )}
    </>
  );
}
