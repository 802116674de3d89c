import type { Language } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import type { ReadSettings } from "./exchange.ts";

/** Words that our form needs, in the language of the file. */
export function readSettings(language: Language): ReadSettings {
  const { t } = i18nFor(language);
  return {
    language,
    rubric: {
      title: t("exchange.rubricTitle"),
      levels: [t("exchange.rubricNone"), t("exchange.rubricPart"), t("exchange.rubricFull")],
    },
    fillIn: t("exchange.fillIn"),
  };
}
