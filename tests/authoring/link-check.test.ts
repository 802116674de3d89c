import { expect, test } from "vitest";

import { checkDraft } from "#app/authoring/draft-publication.server.ts";
import { shownCheck } from "#app/authoring/draft-pages.server.ts";
import { beginDraft, readDraftText, requireDraft, writeDraftText } from "#app/authoring/draft.server.ts";
import { tryLinks } from "#app/authoring/link-check.server.ts";
import { lessonPath } from "#app/authoring/draft-pages.server.ts";
import { importCourse } from "#app/authoring/course-import.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { newId } from "#app/platform/id.ts";
import type { Outcome } from "#app/platform/outside.server.ts";
import { administrator, trainer } from "#tests/builders/people.ts";
import { singleChoice } from "#tests/builders/questions.ts";
import { quizFolder, writeQuizFolder } from "#tests/builders/quiz-folder.ts";

/** Links with what comes of trying them; what is known of an address counts for every course, so each has its own. */
function someLinks() {
  const site = `https://example.org/${newId()}`;
  return new Map<string, Outcome>([
    [`${site}/there`, "works"],
    [`${site}/gone`, "gone"],
    [`https://${newId()}.example/`, "unknown-host"],
    [`${site}/slow`, "unreachable"],
  ]);
}

/** A draft whose lesson links to all of these. */
async function linkedDraft(links: ReadonlyMap<string, Outcome>) {
  const slug = `links-${newId()}`;
  const folder = quizFolder(slug);
  writeQuizFolder(folder, {
    quizzes: [{ id: "in-lessons", mode: "check", questions: [singleChoice("C-1", { lesson: "reading" })] }],
  });
  await importCourse(folder);
  const vera = await trainer();
  await addTrainer(await administrator(), slug, vera.id);
  await beginDraft(vera, slug);
  const draft = await requireDraft(vera, slug);
  const path = lessonPath("reading", "en");
  const before = await readDraftText(draft, path);
  const lines = [...links.keys()].map((url) => `[One of them](${url})`);
  const text = `${before?.text}\n${lines.join("\n\n")}\n`;
  await writeDraftText(vera, draft, path, { text, basis: before?.basis ?? null });
  const check = async () => shownCheck(vera, slug, await checkDraft(vera, slug), "en");
  return { courseId: draft.course.courseId, check };
}

test("links that lead nowhere are told at the next check, each at its place; what does not answer is left in peace", async () => {
  const links = someLinks();
  const { courseId, check } = await linkedDraft(links);
  expect(await check()).toMatchObject({ waitingLinks: 4 });
  const asked: string[] = [];
  const attempt = (url: string) => {
    asked.push(url);
    return Promise.resolve(links.get(url) ?? "unreachable");
  };
  await tryLinks(courseId, attempt);
  const { warnings, waitingLinks } = await check();
  expect(waitingLinks).toBe(0);
  const told = warnings.filter(({ sentence }) => sentence.includes("http"));
  expect(told.map(({ sentence }) => sentence)).toEqual([
    expect.stringMatching(/^The page \S+\/gone is no longer there/),
    expect.stringMatching(/^There is no site at \S+\.example\//),
  ]);
  expect(told[0]?.to).toContain("/draft/lessons/reading/en");
  // Within the week nobody is asked again.
  await tryLinks(courseId, attempt);
  expect(asked).toHaveLength(4);
});

test("where nothing at all answers, as in a closed network, nothing is said of the links", async () => {
  const { courseId, check } = await linkedDraft(someLinks());
  await tryLinks(courseId, () => Promise.resolve("unknown-host"));
  const { warnings, waitingLinks } = await check();
  expect(warnings.filter(({ sentence }) => sentence.includes("http"))).toEqual([]);
  expect(waitingLinks).toBe(4);
});
