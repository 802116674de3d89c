import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { requireChangeableBank } from "#app/assessment/bank.server.ts";
import { submitNewQuestion } from "#app/assessment/bank-editor.server.ts";
import { newQuestionPage } from "#app/assessment/bank-pages.server.ts";
import { mainLanguageOf } from "#app/assessment/completeness.ts";
import { editorLimits } from "#app/assessment/editor-limits.ts";
import { QuestionEditor } from "#app/assessment/ui/question-editor.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { type QuestionType, questionTypes } from "#app/library/question-format.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { withSentForm } from "#app/platform/sent-form.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "bank.newTitle" } satisfies PageHandle;

/** First the type is chosen, then the question is written. */
function typeIn(request: Request): QuestionType | null {
  const given = new URL(request.url).searchParams.get("type");
  return questionTypes.find((type) => type === given) ?? null;
}

function languageIn(request: Request) {
  return mainLanguageOf(new URL(request.url).searchParams.get("language") ?? languageOf(request));
}

/** The page of the quiz's questions that this one is written for; null for a question of the bank alone. */
function quizPageIn(search: URLSearchParams): string | null {
  const [, course, quiz] = /^([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(search.get("quiz") ?? "") ?? [];
  return course && quiz ? `/teach/${course}/quizzes/${quiz}/questions` : null;
}

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const bankId = requireParam(params, "bank");
  const type = typeIn(request);
  const language = languageIn(request);
  if (!type) return { bank: await requireChangeableBank(actor, bankId), type, language, page: null };
  const page = await newQuestionPage(actor, bankId, type, language);
  return { bank: page.bank, type, language, page };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const bankId = requireParam(params, "bank");
  await requireChangeableBank(actor, bankId);
  const type = typeIn(request) ?? "single";
  const outcome = await withSentForm(request, editorLimits, (submission) =>
    submitNewQuestion(actor, bankId, type, languageIn(request), submission),
  );
  if (outcome.kind === "saved") {
    const quizPage = quizPageIn(new URL(request.url).searchParams);
    const to = quizPage
      ? `${quizPage}?written=${outcome.questionId}`
      : `/teach/banks/${bankId}/questions/${outcome.questionId}?saved=new`;
    return redirect(to);
  }
  return data({ ...outcome, sentAt: Date.now() }, { status: outcome.errors ? 422 : 200 });
});

export default function NewQuestionPage() {
  const t = useT();
  const { bank, type, language, page } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const [search] = useSearchParams();
  const here = (chosen: string) => {
    const next = new URLSearchParams({ ...Object.fromEntries(search), type: chosen, language });
    return `/teach/banks/${bank.id}/new?${next}`;
  };
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach/banks", label: t("bank.banks") },
          { to: `/teach/banks/${bank.id}`, label: bank.title },
        ]}
      />
      <PageHeader
        title={type ? t(`bank.type_${type}`) : t("bank.newQuestion")}
        kicker={type ? t("bank.newQuestion") : undefined}
        lead={type ? t(`bank.typeHint_${type}`) : t("bank.newLead")}
      />
      {type && page ? (
        <QuestionEditor
          key={again?.sentAt}
          to={here(type)}
          back={quizPageIn(search) ?? `/teach/banks/${bank.id}`}
          type={type}
          language={language}
          choices={page.choices}
          isNew
          again={again ?? { fields: page.fields, errors: null, focus: null, overtaken: null, mediaUrls: {} }}
        />
      ) : (
        <TypeList addressOf={here} />
      )}
    </div>
  );
}

function TypeList({ addressOf }: { addressOf: (type: QuestionType) => string }) {
  const t = useT();
  return (
    <ul className="grid gap-3">
      {questionTypes.map((type) => (
        <li key={type} className="card p-4">
          <Link to={addressOf(type)} className="font-semibold">
            {t(`bank.type_${type}`)}
          </Link>
          <p className="text-slate">{t(`bank.typeHint_${type}`)}</p>
        </li>
      ))}
    </ul>
  );
}
