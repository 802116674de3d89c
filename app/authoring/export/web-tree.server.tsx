import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

import { env } from "#app/platform/env.server.ts";
import { I18nProvider } from "#app/platform/i18n.tsx";
import type { Language } from "#app/platform/languages.ts";
import { i18nFor, messagesFile } from "#app/platform/messages.server.ts";

import { copiedMedia, withCopiedMedia } from "./copied-media.server.ts";
import { withCopiedLinks } from "./copied-links.ts";
import { ContentsDocument } from "./contents-document.tsx";
import { courseData, fileOf, pagesData } from "./copied-course.ts";
import type { ContentStep, CourseContent } from "./course-content.server.ts";
import type { ScormStandard } from "./runner/course-data.ts";
import { StepDocument } from "./step-document.tsx";

import type { ArchiveFile } from "./zipped.server.ts";

/** A course as files that open without a server, and by a standard on a learning platform: index.html, pages/, media/ and assets/. */
export async function webTree(
  content: CourseContent,
  standard: ScormStandard | null,
): Promise<ArchiveFile[]> {
  const linked = { ...content, steps: content.steps.map(withLinks) };
  const data = courseData(linked, standard);
  const exitUrl = env().EXIT_URL;
  const pages = new Map([
    [
      "index.html",
      document(content.language, <ContentsDocument content={linked} data={data} exitUrl={exitUrl} />),
    ],
  ]);
  const files = data.steps.flatMap((step) => step.pages.map(({ file }) => file));
  for (const step of linked.steps) {
    for (const page of pagesData(step)) {
      const file = step.kind === "lesson" ? fileOf(page.activity, page.page) : fileOf(page.activity);
      const place = files.indexOf(file);
      const around = { previous: files[place - 1] ?? null, next: files[place + 1] ?? null };
      const made = <StepDocument content={linked} step={step} data={page} exitUrl={exitUrl} {...around} />;
      pages.set(`pages/${file}`, document(content.language, made));
    }
  }
  const media = await copiedMedia(content.course.versionId, pages.values());
  return [
    ...[...pages].map(([path, text]) => ({
      path,
      bytes: Buffer.from(withCopiedMedia(text, media, path.startsWith("pages/") ? "../" : "")),
    })),
    ...assets(content.language),
    ...[...media.values()].map(({ path, bytes }) => ({ path, bytes })),
  ];
}

/** A page in a language, as static HTML. */
export function markup(language: Language, page: ReactElement): string {
  return renderToStaticMarkup(<I18nProvider i18n={i18nFor(language)}>{page}</I18nProvider>);
}

function document(language: Language, page: ReactElement): string {
  return `<!doctype html>\n${markup(language, page)}\n`;
}

/** Links of a lesson's text lead to the pages beside it. */
function withLinks(step: ContentStep): ContentStep {
  if (step.kind !== "lesson") return step;
  const pageAt = (page: string, place: string | undefined) =>
    fileOf(step.activity.id, page) + (place === undefined ? "" : `#${place}`);
  return withLessonHtml(step, (html) => withCopiedLinks(html, { pageAt, origin: env().APP_ORIGIN }));
}

/** A lesson with every piece of its HTML changed. */
export function withLessonHtml<Step extends Extract<ContentStep, { kind: "lesson" }>>(
  step: Step,
  change: (html: string) => string,
): Step {
  const changed = <Piece extends { html: string }>(piece: Piece): Piece => ({
    ...piece,
    html: change(piece.html),
  });
  return {
    ...step,
    pages: step.pages.map((page) => ({
      ...page,
      blocks: page.blocks.map((block) => {
        if (block.kind === "html") return changed(block);
        if (block.kind === "roles") return { ...block, roles: block.roles.map(changed) };
        return block.kind === "animation" ? { ...block, scenes: block.scenes.map(changed) } : block;
      }),
    })),
  };
}

const runnerFolder = join(process.cwd(), "build/course");

function assets(language: Language): ArchiveFile[] {
  const messages = messagesFile(`${language}/portable`)?.json ?? "{}";
  const words = `globalThis.courseWords = { language: ${JSON.stringify(language)}, messages: ${messages} };\n`;
  return [
    { path: "assets/words.js", bytes: Buffer.from(words) },
    ...["course.js", "style.css"].map((name) => ({
      path: `assets/${name}`,
      bytes: readFileSync(join(runnerFolder, name)),
    })),
  ];
}
