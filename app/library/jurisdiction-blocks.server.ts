import type { Jurisdiction } from "#app/identity/background.ts";
import type { Language } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import { jurisdictionView, type JurisdictionView } from "./jurisdiction-view.server.ts";
import type { LessonPage } from "./lesson-pages.ts";

/** What the notes on jurisdictions inside lesson pages show, one for each topic that occurs; none costs nothing. */
export function jurisdictionBlocks(
  pages: LessonPage[],
  jurisdiction: Jurisdiction | null,
  language: Language,
): Promise<JurisdictionView[]> {
  const topics = pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "jurisdiction" ? [block.topic] : [])),
  );
  return Promise.all(
    [...new Set(topics)].map((topic) => jurisdictionView(i18nFor(language), { jurisdiction, topic })),
  );
}
