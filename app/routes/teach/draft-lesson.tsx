import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { type ComponentType, useEffect, useRef, useState } from "react";

import { lessonAddress } from "#app/authoring/lesson-address.ts";
import { lessonEditorPage, submitLesson } from "#app/authoring/lesson-editing.server.ts";
import type { LessonEditorProps } from "#app/authoring/ui/editor/lesson-editor.tsx";
import { LessonComments } from "#app/authoring/ui/draft-comments.tsx";
import { FaultList } from "#app/authoring/ui/fault-list.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { LessonBody } from "#app/library/ui/lesson-body.tsx";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { derivedFrom, languageName } from "#app/platform/languages.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IntoCyrillic, NowInCyrillic } from "#app/ui/into-cyrillic.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

export const handle = { title: "drafts.lessonTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  return lessonEditorPage(actor, lessonAddress(params), languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const fields = fieldsOf(await request.formData());
  const answer = await submitLesson(actor, lessonAddress(params), fields, languageOf(request));
  return data(answer, { status: answer.errors ? 422 : answer.theirs ? 409 : 200 });
});

export default function DraftLessonPage() {
  const t = useT();
  const { slug, courseTitle, lesson, language, faults } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const here = `/teach/${slug}/draft`;
  return (
    <div className="grid grid-cols-1 gap-8">
      <div className="measure grid grid-cols-1 gap-8">
        <Breadcrumbs
          items={[
            { to: "/teach", label: t("teach.courses") },
            { to: `/teach/${slug}`, label: courseTitle },
            { to: here, label: t("drafts.title") },
          ]}
        />
        <PageHeader kicker={languageName(language)} title={lesson.title}>
          <nav aria-label={t("drafts.otherLanguages")}>
            <ul className="flex flex-wrap gap-x-6">
              {lesson.languages
                .filter(({ tag }) => tag !== language)
                .map(({ tag, name }) => (
                  <li key={tag}>
                    <Link
                      to={`${here}/lessons/${lesson.id}/${tag}`}
                      className="inline-flex min-h-11 items-center"
                    >
                      {name}
                    </Link>
                  </li>
                ))}
            </ul>
          </nav>
        </PageHeader>
        {answer?.kept && <NowInCyrillic kept={answer.kept} />}
        {answer && !answer.errors && !answer.theirs && !answer.kept && (
          <Notice kind="success" isStatus>
            {t("drafts.saved")}
          </Notice>
        )}
        {faults.length > 0 && <FaultList faults={faults} />}
      </div>
      <Editor key={`${lesson.id}/${language}`} />
      <Preview />
      <Comments />
    </div>
  );
}

function Comments() {
  const { slug, lesson, language, pages, comments, people } = useLoaderData<typeof loader>();
  return (
    <LessonComments
      slug={slug}
      place={`lesson/${lesson.id}/${language}`}
      pages={pages}
      comments={comments}
      people={people}
    />
  );
}

/** The text area works everywhere; where scripts run, the editor takes its place with what stands in it by then. */
function Editor() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { revalidate } = useRevalidator();
  const form = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<{ Rich: ComponentType<LessonEditorProps>; typed: string } | null>(
    null,
  );
  const isRefused = Boolean(answer?.errors ?? answer?.theirs ?? answer?.kept);
  useEffect(() => {
    if (isRefused) return;
    let isHere = true;
    const open = async () => {
      const { LessonEditor } = await import("#app/authoring/ui/editor/lesson-editor.tsx");
      const typed = form.current?.querySelector("textarea")?.value;
      if (isHere && typed !== undefined) setOpened({ Rich: LessonEditor, typed });
    };
    // Without a line the text area stays.
    open().catch(() => undefined);
    return () => {
      isHere = false;
    };
  }, [isRefused]);
  const { place, text, basis, language, choices, slug, lesson } = page;
  if (!opened) {
    return (
      <div ref={form}>
        <PlainEditor />
      </div>
    );
  }
  return (
    <opened.Rich
      place={place}
      address={`/teach/${slug}/draft/lessons/${lesson.id}/${language}/text`}
      saved={{ text, basis }}
      typed={opened.typed}
      language={language}
      choices={choices}
      latin={page.latin}
      onCheck={() => void revalidate()}
    />
  );
}

function PlainEditor() {
  const t = useT();
  const { text, basis, language } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const theirs = answer?.theirs ?? null;
  return (
    <Form method="post" className="stack" key={answer?.typed ? answer.typed.text : basis}>
      <ErrorSummary errors={answer?.errors} />
      {theirs && (
        <Notice
          kind="warning"
          title={t("drafts.conflict", { name: answer?.by ?? t("drafts.somebody") })}
          isStatus
        >
          <p>{t("drafts.conflictLead")}</p>
          <TextArea
            name="theirs"
            label={t("drafts.theirs")}
            rows={12}
            defaultValue={theirs.text}
            lang={language}
          />
        </Notice>
      )}
      <input
        type="hidden"
        name="basis"
        value={theirs?.basis ?? (answer?.kept && answer.typed?.basis) ?? basis ?? ""}
      />
      <TextArea
        name="text"
        label={t("drafts.fieldText")}
        hint={t("drafts.fieldTextHint")}
        rows={24}
        defaultValue={answer?.typed?.text ?? text}
        error={answer?.errors?.text}
        lang={language}
      />
      <div>
        <Button>{t("common.save")}</Button>
      </div>
      {derivedFrom(language).length > 0 && <IntoCyrillic />}
    </Form>
  );
}

/** Every page of the lesson, as learners will see it. */
function Preview() {
  const t = useT();
  const { pages, language, ownSector, jurisdictions } = useLoaderData<typeof loader>();
  return (
    <section className="measure stack" aria-labelledby="preview-title">
      <h2 id="preview-title">{t("drafts.preview")}</h2>
      {pages.map((page) => (
        <article key={page.id} className="card stack" lang={language}>
          <h3>{page.title}</h3>
          <LessonBody
            blocks={page.blocks}
            ownSector={ownSector}
            jurisdictions={jurisdictions}
            renderCheck={(id) => <p className="card">{t("drafts.question", { id })}</p>}
            renderPackage={({ title }) => (
              <p className="card font-semibold">
                {t("learn.kindPackage")}: {title}
              </p>
            )}
          />
        </article>
      ))}
    </section>
  );
}
