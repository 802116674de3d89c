import { parse } from "yaml";
import { z } from "zod";

import { type Glossary, glossaryPath } from "#app/library/glossary.ts";
import { meaningsIn } from "#app/library/glossary-meanings.ts";
import type { MeaningOf } from "#app/library/lesson-terms.server.ts";
import { withOverrides } from "#app/library/overrides.ts";
import { baseOf, type Language } from "#app/platform/languages.ts";

import { type Draft, readDraftText } from "./draft.server.ts";
import { glossaryOf } from "./folder-glossary.server.ts";

/** What is wrong with the file is for `checkDraft`. */
const defined = z.object({ terms: z.record(z.string(), z.string()) });

/** The glossary of a draft, and what its terms mean in a language. */
export async function draftMeanings(
  draft: Draft,
  language: Language,
): Promise<{ glossary: Glossary; meaningOf: MeaningOf }> {
  const [source, own, base] = await Promise.all([
    readDraftText(draft, glossaryPath),
    textsOf(draft, language),
    textsOf(draft, baseOf(language)),
  ]);
  const glossary = glossaryOf(source?.text ?? null);
  const { data } = defined.safeParse(base === null ? own : withOverrides(base, own));
  return { glossary, meaningOf: meaningsIn(glossary, data ?? {}) };
}

async function textsOf(draft: Draft, language: Language | null): Promise<unknown> {
  const source = language && (await readDraftText(draft, `text/${language}.yaml`));
  return source ? (parse(source.text) as unknown) : null;
}
