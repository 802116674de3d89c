import type { ReactNode } from "react";

import { sourcesPageId } from "#app/library/lesson-pages.ts";
import { MaterialContent } from "#app/library/ui/material-content.tsx";
import { OutlineRuns } from "#app/library/ui/outline-runs.tsx";
import { SourcesList } from "#app/library/ui/sources-list.tsx";
import { defaultLanguage } from "#app/platform/languages.ts";
import { type MessageKey, useI18n, useT } from "#app/platform/i18n.tsx";
import { Prose } from "#app/ui/prose.tsx";

import type { ContentStep, CourseContent, LessonStep } from "./course-content.server.ts";
import { LessonBlocks } from "./lesson-blocks.tsx";
import type { CourseData, DataStep, PageData } from "./runner/course-data.ts";

/** A whole document; `folder` leads from it to the copy's root. */
function Document({
  title,
  folder,
  data,
  children,
}: {
  title: string;
  folder: "" | "../";
  data: { id: "course-data"; value: CourseData } | { id: "page-data"; value: PageData };
  children: ReactNode;
}) {
  const { language } = useI18n();
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <link rel="stylesheet" href={`${folder}assets/style.css`} />
      </head>
      <body>
        {children}
        <script
          type="application/json"
          id={data.id}
          dangerouslySetInnerHTML={{ __html: JSON.stringify(data.value).replaceAll("<", "\\u003c") }}
        />
        <script src={`${folder}assets/words.js`} />
        <script src={`${folder}assets/course.js`} />
      </body>
    </html>
  );
}

/** index.html: what the course is, and its steps. Without script it is a plain list of links. */
export function ContentsDocument({
  content,
  data,
  exitUrl,
}: {
  content: CourseContent;
  data: CourseData;
  exitUrl: string;
}) {
  const t = useT();
  const { text, course, steps } = content;
  return (
    <Document title={text.title} folder="" data={{ id: "course-data", value: data }}>
      <main className="contents stack">
        <Exit url={exitUrl} />
        <h1>{text.title}</h1>
        <p>{text.summary}</p>
        {content.isFallback && <p>{t("learn.fallback")}</p>}
        <p id="progress" className="strong" />
        <p id="ended" className="notice right" role="status" hidden />
        <Unkept />
        <p>
          <button id="go" type="button" className="button" hidden>
            {t("learn.start")}
          </button>
        </p>
        <noscript>
          <p className="notice">{t("portable.noScript")}</p>
        </noscript>
        <h2>{t("learn.contentNote")}</h2>
        <p>{text.contentNote}</p>
        <h2>{t("learn.objectives")}</h2>
        <Prose>
          <ul>
            {text.objectives.map((objective) => (
              <li key={objective}>{objective}</li>
            ))}
          </ul>
        </Prose>
        <h2>{t("learn.outline")}</h2>
        <OutlineRuns
          steps={steps.map((step) => ({ ...step, section: step.activity.section }))}
          titles={content.sectionTitles}
          list={(listed) => (
            <ol className="steps-list">
              {listed.map((step) => (
                <StepCard
                  key={step.activity.id}
                  step={step}
                  pages={data.steps.find(({ id }) => id === step.activity.id)?.pages ?? []}
                />
              ))}
            </ol>
          )}
        />
        <div id="notes" className="stack" />
        <p className="hint">{t("learn.versionNote", { label: course.label })}</p>
      </main>
      <div className="player" hidden>
        <header>
          <button id="back" type="button" className="button plain">
            {t("portable.contents")}
          </button>
          <p id="where" />
          <Exit url={exitUrl} />
        </header>
        <Unkept />
        <iframe className="page" title={text.title} />
      </div>
    </Document>
  );
}

/** Shown, in the contents and above a page, when a step could not be saved. */
function Unkept() {
  const t = useT();
  return (
    <p className="unkept notice wrong" role="alert" hidden>
      {t("portable.notKept")}
    </p>
  );
}

/** Away from here at once, as on the site. */
function Exit({ url }: { url: string }) {
  const t = useT();
  return (
    <p className="exit">
      <a href={url} target="_top" rel="noreferrer" data-exit="">
        {t("common.exit")}
      </a>
    </p>
  );
}

const kinds: Record<ContentStep["kind"], MessageKey> = {
  lesson: "learn.kindLesson",
  quiz: "learn.kindQuiz",
  package: "learn.kindPackage",
  video: "learn.kindVideo",
  file: "learn.kindFile",
  link: "learn.kindLink",
};

function StepCard({ step, pages }: { step: ContentStep; pages: DataStep["pages"] }) {
  const t = useT();
  const { id, minutes, required } = step.activity;
  const first = pages[0]?.file ?? "";
  return (
    <li className="card">
      <a href={`pages/${first}`} data-file={first} className="strong">
        {step.title}
      </a>
      <p className="hint">
        {t(kinds[step.kind])} · {t("learn.minutes", { minutes })} ·{" "}
        {t(required && step.kind !== "package" ? "portable.required" : "learn.optional")}
      </p>
      <p data-state={id} className="state" />
      {step.kind === "lesson" && (
        <ol>
          {step.pages.map((page, index) => (
            <li key={page.id}>
              <a href={`pages/${pages[index]?.file}`} data-file={pages[index]?.file}>
                {page.title}
              </a>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

type PageProps = {
  content: CourseContent;
  step: ContentStep;
  data: PageData;
  exitUrl: string;
  /** Files beside this page; null at the ends of the course. */
  previous: string | null;
  next: string | null;
};

/** A page of a lesson, or the page of a quiz or a package. */
export function StepDocument({ content, step, data, exitUrl, previous, next }: PageProps) {
  const t = useT();
  const page = step.kind === "lesson" ? step.pages.find(({ id }) => id === data.page) : undefined;
  const isFallback = step.kind === "lesson" && step.isFallback;
  return (
    <Document
      title={`${page?.title ?? step.title} · ${content.text.title}`}
      folder="../"
      data={{ id: "page-data", value: data }}
    >
      <main className="text stack">
        <div className="to-contents">
          <a href="../index.html">{content.text.title}</a>
          <Exit url={exitUrl} />
        </div>
        <p className="hint">{step.title}</p>
        <h1>{page?.title ?? step.title}</h1>
        {isFallback && <p className="notice">{t("learn.fallback")}</p>}
        {step.kind === "lesson" && page && (
          <div lang={isFallback ? defaultLanguage : undefined}>
            {page.id === sourcesPageId ? (
              <Sources step={step} />
            ) : (
              <LessonBlocks
                blocks={page.blocks}
                notes={step.notes}
                renderCheck={(key) => <Check key={key} id={key} />}
                isBook={false}
              />
            )}
          </div>
        )}
        {step.kind === "quiz" && (
          <div id="quiz">
            <p className="notice">{t("portable.needsScript")}</p>
          </div>
        )}
        {"view" in step && (
          <>
            {step.view.summary && <p>{step.view.summary}</p>}
            <MaterialContent view={step.view} linkClass="button plain" />
          </>
        )}
        {step.kind === "package" && <p className="notice">{t("portable.packageNotHere")}</p>}
        <nav className="pages" aria-label={t("portable.pages")}>
          {previous && (
            <a href={previous} className="button plain">
              {t("learn.previous")}
            </a>
          )}
          <NextLink next={next} />
        </nav>
      </main>
    </Document>
  );
}

function NextLink({ next }: { next: string | null }) {
  const t = useT();
  if (next) {
    return (
      <a href={next} className="button" data-next="">
        {t("learn.next")}
      </a>
    );
  }
  return (
    <a href="../index.html" className="button" data-next="" data-contents="">
      {t("portable.contents")}
    </a>
  );
}

/** Where a question is put by the script. */
function Check({ id }: { id: string }) {
  const t = useT();
  return (
    <div id={`check-${id}`}>
      <noscript>
        <p className="notice">{t("portable.needsScript")}</p>
      </noscript>
    </div>
  );
}

function Sources({ step }: { step: LessonStep }) {
  const t = useT();
  return (
    <div className="stack">
      <p>{t("learn.sourcesLead")}</p>
      <div className="sources">
        <SourcesList sources={step.sources} />
      </div>
    </div>
  );
}
