import { OutlineRuns } from "#app/library/ui/outline-runs.tsx";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { Prose } from "#app/ui/prose.tsx";

import { isRequired } from "./copied-course.ts";
import type { ContentStep, CourseContent } from "./course-content.server.ts";
import type { CourseData, DataStep } from "./runner/course-data.ts";
import { Exit, WebDocument } from "./web-document.tsx";

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
    <WebDocument title={text.title} folder="" data={{ id: "course-data", value: data }}>
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
    </WebDocument>
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

const kinds: Record<ContentStep["kind"], MessageKey> = {
  lesson: "learn.kindLesson",
  quiz: "learn.kindQuiz",
  package: "learn.kindPackage",
  assignment: "learn.kindAssignment",
  video: "learn.kindVideo",
  file: "learn.kindFile",
  link: "learn.kindLink",
};

function StepCard({ step, pages }: { step: ContentStep; pages: DataStep["pages"] }) {
  const t = useT();
  const { id, minutes } = step.activity;
  const first = pages[0]?.file ?? "";
  return (
    <li className="card">
      <a href={`pages/${first}`} data-file={first} className="strong">
        {step.title}
      </a>
      <p className="hint">
        {t(kinds[step.kind])} · {t("learn.minutes", { minutes })} ·{" "}
        {t(isRequired(step) ? "portable.required" : "learn.optional")}
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
