import type { ReactElement } from "react";

import { keyInWords } from "#app/assessment/answer-in-words.ts";
import type { AskedQuestion } from "#app/assessment/asked-question.ts";
import { portableAsked, type PortableQuestion } from "#app/assessment/portable-quiz.ts";
import { fixedPresentation } from "#app/assessment/presentation.ts";
import { sourcesPageId } from "#app/library/lesson-pages.ts";
import { SourcesList } from "#app/library/ui/sources-list.tsx";
import { useT } from "#app/platform/i18n.tsx";
import { defaultLanguage } from "#app/platform/languages.ts";
import { webAddress } from "#app/platform/web-address.ts";
import { Prose } from "#app/ui/prose.tsx";

import { AssignmentTask } from "./assignment-task.tsx";
import type { AssignmentStep, CourseContent, LessonStep, MaterialStep } from "./course-content.server.ts";
import { LessonBlocks } from "./lesson-blocks.tsx";

/** What stands before the lessons. */
export function BookBeginning({ content, siteName }: { content: CourseContent; siteName: string }) {
  const t = useT();
  const { text, course } = content;
  return (
    <section>
      <h1>{text.title}</h1>
      <p>{text.summary}</p>
      <p>
        {siteName}. {t("learn.versionNote", { label: course.label })}
      </p>
      <p>{t("portable.bookNote")}</p>
      <h2>{t("learn.contentNote")}</h2>
      <p>{text.contentNote}</p>
      <h2>{t("learn.objectives")}</h2>
      <ul>
        {text.objectives.map((objective) => (
          <li key={objective}>{objective}</li>
        ))}
      </ul>
    </section>
  );
}

/** A lesson as a chapter: its pages, the answers to its questions, its sources. */
export function BookLesson({ step }: { step: LessonStep }) {
  const t = useT();
  const numberOf = (key: string) => step.checks.findIndex((check) => check.key === key) + 1;
  const renderCheck = (key: string) => {
    const check = step.checks.find((one) => one.key === key);
    return check ? <Asked check={check} number={numberOf(key)} /> : null;
  };
  return (
    <section lang={step.isFallback ? defaultLanguage : undefined}>
      <h1>{step.title}</h1>
      {step.isFallback && <p>{t("learn.fallback")}</p>}
      {step.pages
        .filter(({ id }) => id !== sourcesPageId)
        .map((page) => (
          <section key={page.id} id={page.id}>
            <h2>{page.title}</h2>
            <div className="blocks">
              <LessonBlocks blocks={page.blocks} notes={step.notes} renderCheck={renderCheck} isBook />
            </div>
          </section>
        ))}
      {step.checks.length > 0 && (
        <section id="answers">
          <h2>{t("portable.answersTitle")}</h2>
          <p>{t("portable.answersLead")}</p>
          {step.checks.map((check) => (
            <Answer key={check.key} check={check} number={numberOf(check.key)} />
          ))}
        </section>
      )}
      <section id={sourcesPageId}>
        <h2>{t("learn.sources")}</h2>
        <p>{t("learn.sourcesLead")}</p>
        <SourcesList sources={step.sources} />
      </section>
    </section>
  );
}

/** What a book can give of a video, a file or a page elsewhere: its words, and where it is. */
export function BookMaterial({ step: { title, view } }: { step: MaterialStep }) {
  const t = useT();
  return (
    <section>
      <h1>{title}</h1>
      {view.summary && <p>{view.summary}</p>}
      {view.kind === "link" ? (
        <p>
          <a href={webAddress(view.address)}>{view.address}</a>
        </p>
      ) : (
        <p>{t(view.kind === "video" ? "portable.videoElsewhere" : "portable.fileElsewhere")}</p>
      )}
      {view.kind === "video" && view.transcript && (
        <>
          <h2>{t("learn.transcript")}</h2>
          {view.transcript.map((paragraph, index) => (
            <p key={index} lang={view.isTranscriptEnglish ? defaultLanguage : undefined}>
              {paragraph}
            </p>
          ))}
        </>
      )}
    </section>
  );
}

/** What a book can give of an assignment: its task. */
export function BookAssignment({ step: { title, task } }: { step: AssignmentStep }) {
  const t = useT();
  return (
    <section>
      <h1>{title}</h1>
      <AssignmentTask task={task} />
      <p>{t("portable.assignmentNotHere")}</p>
    </section>
  );
}

type Numbered = { check: PortableQuestion; number: number };

/** A question to think about: what may be answered, not where. */
function Asked({ check, number }: Numbered) {
  const t = useT();
  const asked = portableAsked(check, fixedPresentation(check.key, check.question));
  return (
    <section className="card question">
      <h3>{t("portable.question", { number })}</h3>
      {check.context && <Prose html={check.context} />}
      <p className="strong">{asked.q}</p>
      <Choices asked={asked} />
    </section>
  );
}

function Choices({ asked }: { asked: AskedQuestion }) {
  const t = useT();
  const { rare } = asked;
  if (rare?.kind === "blanks") {
    return <p>{rare.body.map((part) => (typeof part === "string" ? part : gapOf(part.options))).join("")}</p>;
  }
  if (rare?.kind === "branching") {
    return (
      <>
        <p>{rare.step?.text}</p>
        <List lines={rare.step?.choices ?? []} />
      </>
    );
  }
  if (rare?.kind === "hotspot") {
    return (
      <>
        <p>
          <img src={rare.image} alt={rare.alt} />
        </p>
        <List lines={rare.regions.map(({ name }) => name)} />
      </>
    );
  }
  if (rare?.kind === "detection") {
    return (
      <>
        <p>{rare.medium === "image" ? <img src={rare.media} alt={rare.alt} /> : rare.alt}</p>
        <List lines={[t("quiz.real"), t("quiz.manipulated")]} />
      </>
    );
  }
  if (asked.type === "truefalse") return <List lines={[t("quiz.true"), t("quiz.false")]} />;
  return (
    <>
      <List lines={asked.options} />
      <List lines={asked.right} />
    </>
  );
}

function gapOf(options: string[]): string {
  return options.length > 0 ? `____ (${options.join(" / ")})` : "____";
}

function List({ lines }: { lines: string[] }): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}

function Answer({ check: { question, text }, number }: Numbered) {
  const t = useT();
  const words: Record<string, string> = {
    true: t("quiz.true"),
    false: t("quiz.false"),
    real: t("quiz.real"),
    manipulated: t("quiz.manipulated"),
  };
  const isWord = question.type === "truefalse" || question.type === "detection";
  return (
    <div>
      <h3>{t("portable.question", { number })}</h3>
      <List lines={keyInWords(question, text).map((line) => (isWord ? (words[line] ?? line) : line))} />
      {text.why && <p>{text.why}</p>}
    </div>
  );
}
