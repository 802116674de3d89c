import { expect, test } from "vitest";

import { lessonView, lessonPath } from "#app/authoring/draft-pages.server.ts";
import { submitTerm, termsPage } from "#app/authoring/draft-terms.server.ts";
import { type Draft, readDraftText, writeDraftText } from "#app/authoring/draft.server.ts";
import { checkDraft } from "#app/authoring/draft-publication.server.ts";
import { lessonChoices } from "#app/authoring/lesson-choices.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { faultSentence } from "#app/library/fault-line.server.ts";
import { trainer } from "#tests/builders/people.ts";
import { smallDraft } from "#tests/builders/small-draft.ts";

const glossary = `terms:
  # Agreed in May.
  - en: "consent"
    in: { sr-Cyrl: "пристанак" }
`;

async function write(vera: Actor, draft: Draft, path: string, change: (text: string) => string) {
  const before = await readDraftText(draft, path);
  if (!before) throw new Error("no such file");
  await writeDraftText(vera, draft, path, { text: change(before.text), basis: before.basis });
}

const texts = async (draft: Draft, path: string) => (await readDraftText(draft, path))?.text ?? "";

test("a term gets a meaning, lessons can open it, and it goes only when no lesson does", async () => {
  const { slug, vera, draft } = await smallDraft({ "glossary.yaml": glossary });
  // A word that translators have agreed on already becomes this term.
  const agreed = "consent";
  expect((await termsPage(vera, slug, "en")).others).toEqual([agreed]);
  const meaning = "What she has said yes to.";
  expect(await submitTerm(vera, slug, { term: "", word: agreed, meaning })).toBeNull();
  expect(await submitTerm(vera, slug, { term: "", word: agreed, meaning })).toMatchObject({
    errors: { word: "terms.wordTaken" },
  });
  expect(await submitTerm(vera, slug, { term: "", word: "", meaning: "" })).toMatchObject({
    errors: { word: "terms.wordMissing", meaning: "terms.meaningMissing" },
  });
  const [term] = (await termsPage(vera, slug, "en")).terms;
  expect(term).toMatchObject({ word: agreed, meaning, isUsed: false });
  const id = term?.id ?? "";
  expect((await lessonChoices(draft, "en", "en")).terms).toEqual([{ id, title: agreed }]);

  const path = lessonPath("reading", "en");
  await write(vera, draft, path, (text) => `${text}\nA :term[word]{#${id}}.\n`);
  const page = await lessonView(draft, "reading", "en", "en");
  expect(JSON.stringify(page.pages)).toContain(meaning);
  expect(page.faults).toEqual([]);
  expect((await checkDraft(vera, slug)).faults).toEqual([]);

  // In a language that has no meaning of it yet, the lesson cannot open it.
  await write(vera, draft, lessonPath("reading", "sr-Cyrl"), (text) => `${text}\nA :term[реч]{#${id}}.\n`);
  const { faults } = await checkDraft(vera, slug);
  expect(faults.map((fault) => faultSentence(fault)).join()).toContain("has no meaning in this language");
  await write(vera, draft, "text/sr-Cyrl.yaml", (text) =>
    JSON.stringify({ ...(JSON.parse(text) as object), terms: { [id]: "Оно на шта је пристала." } }),
  );
  expect((await checkDraft(vera, slug)).faults).toEqual([]);

  const remove = { intent: "remove", term: id };
  expect(await submitTerm(vera, slug, remove)).toMatchObject({ errors: { form: "terms.stillUsed" } });
  for (const language of ["en", "sr-Cyrl"])
    await write(vera, draft, lessonPath("reading", language), (text) => text.replace(/\nA :term.*\n/, ""));
  expect(await submitTerm(vera, slug, remove)).toBeNull();
  expect(await texts(draft, "text/sr-Cyrl.yaml")).not.toContain("terms");
  // The agreed translations stay as they were.
  expect(await texts(draft, "glossary.yaml")).toBe(glossary);
});

test("another trainer cannot see or write the terms of a draft", async () => {
  const { slug } = await smallDraft();
  const other = await trainer();
  await expect(termsPage(other, slug, "en")).rejects.toThrow("errors.notFound");
  await expect(submitTerm(other, slug, { term: "", word: "", meaning: "" })).rejects.toThrow(
    "errors.notFound",
  );
});
