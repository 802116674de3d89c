import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { formInCyrillic } from "#app/authoring/draft-cyrillic.server.ts";
import { PartStateTag } from "#app/authoring/ui/part-state.tsx";
import { ChangedText } from "#app/authoring/ui/source-text.tsx";
import { TranslationRow } from "#app/authoring/ui/translation-row.tsx";
import { fieldOf } from "#app/authoring/unit-field.ts";
import { translationPage } from "#app/authoring/workbench-pages.server.ts";
import { type PartName, partOfActivity } from "#app/authoring/workbench-part.server.ts";
import { submitTranslation } from "#app/authoring/workbench-writing.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { type Fields, fieldsOf, type FormErrors } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { derivedFrom, languageName } from "#app/platform/languages.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IntoCyrillic, NowInCyrillic } from "#app/ui/into-cyrillic.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "workbench.partTitle" } satisfies PageHandle;

function partNameOf({ lesson, activity }: Record<string, string | undefined>): PartName {
  return activity === undefined ? (lesson ?? null) : partOfActivity(activity);
}

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  return translationPage(
    actor,
    requireParam(params, "course"),
    requireParam(params, "language"),
    partNameOf(params),
    languageOf(request),
  );
});

type Answer = {
  kind: "saved" | "errors" | "conflict" | "cyrillic";
  errors: FormErrors | null;
  by: string | null;
  /** What was sent and is not saved. */
  typed: Fields | null;
  /** Of a form turned into Cyrillic, the words that stayed. */
  kept?: string[];
};

const statuses = { saved: 200, errors: 422, conflict: 409 };

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const fields = fieldsOf(await request.formData());
  const place = {
    tag: requireParam(params, "language"),
    name: partNameOf(params),
    readerLanguage: languageOf(request),
  };
  const course = requireParam(params, "course");
  if (fields.intent === "cyrillic") {
    const isText = (name: string) => name.startsWith(fieldOf(""));
    const turned = await formInCyrillic(actor, course, place.tag, { fields, isText });
    return data<Answer>({ kind: "cyrillic", errors: null, by: null, ...turned });
  }
  const outcome = await submitTranslation(actor, course, place, fields);
  const { kind } = outcome;
  return data<Answer>(
    {
      kind,
      errors: kind === "errors" ? outcome.errors : null,
      by: kind === "conflict" ? outcome.by : null,
      typed: kind === "saved" ? null : fields,
    },
    { status: statuses[kind] },
  );
});

export default function WorkbenchPartPage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const {
    slug,
    courseTitle,
    language,
    name,
    isLesson,
    isActivity,
    title,
    from,
    isBased,
    state,
    translated,
    total,
  } = page;
  return (
    <div className="grid gap-8">
      <div className="measure grid gap-8">
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
          title={name === null ? t("workbench.courseTexts") : (title ?? name)}
        >
          <p>{t("workbench.fromLanguage", { language: languageName(from) })}</p>
          <p>
            <PartStateTag state={state} />
          </p>
          <p>{t("workbench.progress", { translated, total })}</p>
          {isActivity && <p>{t("workbench.activityLead")}</p>}
          <p>{t(isBased ? "workbench.basedLead" : "workbench.emptyLead")}</p>
          {isLesson && (
            <p>
              <Link
                to={`/teach/${slug}/draft/lessons/${name}/${language}`}
                className="inline-flex min-h-11 items-center"
              >
                {t("workbench.writeLesson")}
              </Link>
            </p>
          )}
        </PageHeader>
        {answer?.kind === "saved" && (
          <Notice kind="success" isStatus>
            {t("drafts.saved")}
          </Notice>
        )}
        {answer?.kind === "cyrillic" && <NowInCyrillic kept={answer.kept ?? []} />}
        {answer?.kind === "conflict" && (
          <Notice
            kind="warning"
            title={answer.by ? t("workbench.conflictBy", { name: answer.by }) : t("workbench.conflict")}
            isStatus
          >
            <p>{t("workbench.conflictLead")}</p>
          </Notice>
        )}
        {state === "behind" && page.changes?.length === 0 && (
          <Notice kind="info">{t("workbench.changedElsewhere")}</Notice>
        )}
        {page.changes === null && <Notice kind="warning">{t("workbench.changedUnknown")}</Notice>}
      </div>
      <Units />
    </div>
  );
}

function Units() {
  const t = useT();
  const { units, basis, sourceBasis, state, language } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  // Turning the script is no saving: whoever has saved meanwhile is not overwritten by the next one.
  const typed = answer?.kind === "cyrillic" ? answer.typed : null;
  const groups = [...new Set(units.map(({ page }) => page))];
  return (
    <Form
      method="post"
      noValidate
      className="grid gap-8"
      key={answer?.typed ? JSON.stringify(answer.typed) : basis + sourceBasis}
    >
      <ErrorSummary errors={answer?.errors} />
      <input type="hidden" name="basis" value={typed?.basis ?? basis} />
      <input type="hidden" name="sourceBasis" value={typed?.sourceBasis ?? sourceBasis} />
      {groups.map((page) => (
        <Page key={page} page={page} />
      ))}
      {state !== "done" && <Checkbox name="isDone" value="yes" label={t("workbench.done")} />}
      <div>
        <Button>{t("common.save")}</Button>
      </div>
      {derivedFrom(language).length > 0 && <IntoCyrillic />}
    </Form>
  );
}

/** The units of a page of the lesson, or all texts of the course. */
function Page({ page }: { page: string | null }) {
  const t = useT();
  const { units, changes, from, language } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const own = units.filter((unit) => unit.page === page);
  // A page whose blocks have changed, or are translated as one, tells its changes above them.
  const above = (changes ?? []).filter(
    (change) => change.page === page && !own.some(({ id }) => id === change.id),
  );
  return (
    <section className="grid gap-4">
      {page !== null && <h2>{t("workbench.page", { page })}</h2>}
      {above.map(({ id, words }) => (
        <ChangedText key={id} words={words} from={from} />
      ))}
      {own.map((unit) => {
        const typed = answer?.typed?.[fieldOf(unit.id)];
        return (
          <TranslationRow
            key={unit.id}
            unit={unit}
            change={changes?.find(({ id }) => id === unit.id)?.words ?? null}
            typed={typeof typed === "string" ? typed : undefined}
            error={answer?.errors?.[fieldOf(unit.id)]}
            from={from}
            language={language}
          />
        );
      })}
    </section>
  );
}
