import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { moveToBank, restoreQuestions, retireQuestions } from "#app/assessment/bank-bulk.server.ts";
import { getBankQuestion } from "#app/assessment/bank-question.server.ts";
import { questionActForm } from "#app/assessment/bank-form.ts";
import { questionPage } from "#app/assessment/bank-pages.server.ts";
import { duplicateQuestion } from "#app/assessment/duplicate.server.ts";
import { CompletenessTags } from "#app/assessment/ui/completeness-tags.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, parseForm, requireParam } from "#app/platform/http.server.ts";
import { type MessageKey, useI18n, useT } from "#app/platform/i18n.tsx";
import { languageName } from "#app/platform/languages.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

export const handle = { title: "bank.questionTitle" } satisfies PageHandle;

const notes: Record<string, MessageKey> = {
  new: "bank.savedNew",
  yes: "bank.savedInPlace",
  version: "bank.savedVersion",
  retired: "bank.savedRetired",
  restored: "bank.savedRestored",
  moved: "bank.savedMoved",
  copied: "bank.savedCopied",
};

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [bankId, questionId] = [requireParam(params, "bank"), requireParam(params, "question")];
  const page = await questionPage(actor, bankId, questionId, languageOf(request));
  return { ...page, note: notes[new URL(request.url).searchParams.get("saved") ?? ""] ?? null };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [bankId, questionId] = [requireParam(params, "bank"), requireParam(params, "question")];
  await getBankQuestion(actor, bankId, questionId);
  const { values, errors } = await parseForm(request, questionActForm);
  if (errors) return data({ errors }, { status: 422 });
  const address = (bank: string, id: string, saved: string) =>
    `/teach/banks/${bank}/questions/${id}?saved=${saved}`;
  switch (values.intent) {
    case "retire":
      await retireQuestions(actor, bankId, [questionId]);
      return redirect(address(bankId, questionId, "retired"));
    case "restore":
      await restoreQuestions(actor, bankId, [questionId]);
      return redirect(address(bankId, questionId, "restored"));
    case "duplicate": {
      const copy = await duplicateQuestion(actor, bankId, questionId, values.target);
      return redirect(address(values.target, copy, "copied"));
    }
    case "move":
      await moveToBank(actor, bankId, [questionId], values.target);
      return redirect(address(values.target, questionId, "moved"));
  }
});

export default function QuestionPage() {
  const t = useT();
  const { bank, id, key, q, type, isRetired, note, versions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const here = `/teach/banks/${bank.id}/questions/${id}`;
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach/banks", label: t("bank.banks") },
          { to: `/teach/banks/${bank.id}`, label: bank.title },
        ]}
      />
      {note && (
        <Notice kind="success" isStatus>
          {t(note)}
        </Notice>
      )}
      <PageHeader
        title={<span className="text-[0.7em]">{q}</span>}
        kicker={`${key} · ${t(`bank.type_${type}`)}`}
      >
        {isRetired && <StatusTag kind="locked">{t("bank.retiredLong")}</StatusTag>}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <ButtonLink to={`${here}/preview`}>{t("bank.preview")}</ButtonLink>
          {bank.canChange && (
            <ButtonLink variant="secondary" to={`${here}/edit`}>
              {t("bank.edit")}
            </ButtonLink>
          )}
          <Link to={`${here}/versions`}>{t("bank.versionsLink", { count: versions })}</Link>
        </div>
      </PageHeader>
      <Facts />
      <Uses />
      <Translations />
      <Acts errors={answer?.errors ?? null} />
    </div>
  );
}

function Facts() {
  const { t, formatNumber } = useI18n();
  const page = useLoaderData<typeof loader>();
  const rows: [string, string][] = [
    [t("bank.category"), page.category],
    [t("bank.lesson"), page.lesson ?? ""],
    [t("bank.tags"), page.tags.join(", ")],
    [t("bank.difficulty"), page.difficulty ? t(`bank.difficulty_${page.difficulty}`) : ""],
    [t("bank.points"), formatNumber(page.points, 2)],
    [t("bank.critical"), page.critical ? t("common.yes") : ""],
    [t("bank.recheck"), page.recheck ? t("common.yes") : ""],
    [t("bank.facts"), page.facts.join(", ")],
    [t("bank.documents"), page.sources.map(({ publisher, title }) => `${publisher}: ${title}`).join("; ")],
  ];
  return (
    <dl className="card grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
      {rows
        .filter(([, value]) => value !== "")
        .map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-slate">{label}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Uses() {
  const t = useT();
  const { uses, attempts } = useLoaderData<typeof loader>();
  return (
    <section className="stack">
      <h2>{t("bank.whereUsed")}</h2>
      <p>{t("bank.askedIn", { count: attempts })}</p>
      {uses.length === 0 ? (
        <p>{t("bank.usedNowhere")}</p>
      ) : (
        <ul className="list-disc ps-5">
          {uses.map(({ courseSlug, courseTitle, quizSlug, quizTitle, how }) => (
            <li key={`${courseSlug} ${quizSlug}`}>
              {t(how === "listed" ? "bank.listedIn" : "bank.drawnBy", {
                course: courseTitle,
                quiz: quizTitle,
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Translations() {
  const t = useT();
  const { bank, id, completeness } = useLoaderData<typeof loader>();
  return (
    <section className="stack">
      <h2>{t("bank.languages")}</h2>
      <CompletenessTags completeness={completeness} />
      {bank.canChange && (
        <ul className="flex flex-wrap gap-x-6">
          {completeness.map(({ language }) => (
            <li key={language}>
              <Link to={`/teach/banks/${bank.id}/questions/${id}/edit?language=${language}`}>
                {t("bank.writeIn", { language: languageName(language) })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Acts({ errors }: { errors: Record<string, MessageKey> | null }) {
  const t = useT();
  const { bank, isRetired, targets } = useLoaderData<typeof loader>();
  return (
    <section className="stack">
      <h2>{t("bank.acts")}</h2>
      {targets.length > 0 && (
        <Form method="post" className="grid gap-3">
          <SelectField
            name="target"
            label={t("bank.copyInto")}
            options={targets.map(({ id, title }) => ({ value: id, label: title }))}
            defaultValue={bank.canChange ? bank.id : undefined}
            error={errors?.target}
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="secondary" name="intent" value="duplicate">
              {t("bank.duplicate")}
            </Button>
            {bank.canChange && targets.length > 1 && (
              <Button variant="secondary" name="intent" value="move">
                {t("bank.moveHere")}
              </Button>
            )}
          </div>
        </Form>
      )}
      {bank.canChange && (
        <Form method="post" className="grid gap-3">
          <p>{t(isRetired ? "bank.restoreHint" : "bank.retireHint")}</p>
          <div>
            <Button variant="secondary" name="intent" value={isRetired ? "restore" : "retire"}>
              {t(isRetired ? "bank.restore" : "bank.retire")}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
