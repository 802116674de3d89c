import { sourcesPageId } from "#app/library/lesson-pages.ts";
import { MaterialContent } from "#app/library/ui/material-content.tsx";
import { SourcesList } from "#app/library/ui/sources-list.tsx";
import { useT } from "#app/platform/i18n.tsx";
import { defaultLanguage } from "#app/platform/languages.ts";

import { AssignmentTask } from "./assignment-task.tsx";
import type { ContentStep, CourseContent, LessonStep } from "./course-content.server.ts";
import { LessonBlocks } from "./lesson-blocks.tsx";
import type { PageData } from "./runner/course-data.ts";
import { Exit, WebDocument } from "./web-document.tsx";

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
    <WebDocument
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
        {step.kind === "assignment" && (
          <>
            <AssignmentTask task={step.task} />
            <p className="notice">{t("portable.assignmentNotHere")}</p>
          </>
        )}
        <nav className="pages" aria-label={t("portable.pages")}>
          {previous && (
            <a href={previous} className="button plain">
              {t("learn.previous")}
            </a>
          )}
          <NextLink next={next} />
        </nav>
      </main>
    </WebDocument>
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
