import { type Jurisdiction, jurisdictions } from "#app/identity/background.ts";
import { confirmedSupportLines, type SupportLine } from "#app/identity/support-line.server.ts";
import type { I18n, MessageKey } from "#app/platform/i18n.tsx";
import { defaultLanguage } from "#app/platform/languages.ts";

import type { NoteTopic } from "./note-topics.ts";
import { listJurisdictionNotes, type ShownNote } from "./jurisdiction-notes.server.ts";

export type JurisdictionView = Awaited<ReturnType<typeof jurisdictionView>>;

/**
 * What is known of a jurisdiction, in words: of one topic inside a lesson, or of all. Put together on the server, so
 * that lessons need not carry texts that few of their pages show. Without a jurisdiction only the choice is in it.
 */
export async function jurisdictionView(
  i18n: I18n,
  { jurisdiction, topic }: { jurisdiction: Jurisdiction | null; topic: NoteTopic | null },
) {
  const { t } = i18n;
  const hasLines = topic === null || topic === "support";
  const [{ notes, sources }, lines] = jurisdiction
    ? await Promise.all([
        listJurisdictionNotes(jurisdiction, i18n.language, topic),
        hasLines ? confirmedSupportLines(jurisdiction) : [],
      ])
    : [{ notes: [], sources: [] }, []];
  return {
    jurisdiction,
    topic,
    title: jurisdiction
      ? t("jurisdictions.titleOf", { jurisdiction: nameOf(t, jurisdiction) })
      : t("learn.whereYouWork"),
    note: jurisdiction ? notes.length === 0 && t("jurisdictions.none") : t("jurisdictions.pleaseChoose"),
    fallback:
      i18n.language !== defaultLanguage &&
      notes.some(({ language }) => language === defaultLanguage) &&
      t("learn.fallback"),
    topics: groupedByTopic(i18n, notes),
    sources,
    lines: jurisdiction && hasLines ? linesView(i18n, lines) : null,
    choice: {
      label: t("jurisdictions.choose"),
      button: t("jurisdictions.show"),
      options: [
        { value: "", label: t("common.choose") },
        ...jurisdictions.map((value) => ({ value, label: nameOf(t, value) })),
      ],
    },
    toAll: t("jurisdictions.toAll"),
    footnote: t("common.kosovoFootnote"),
  };
}

function nameOf(t: I18n["t"], jurisdiction: Jurisdiction): string {
  return t(`common.jurisdiction_${jurisdiction}` as MessageKey);
}

function groupedByTopic(i18n: I18n, notes: ShownNote[]) {
  const topics = [...new Set(notes.map(({ topic }) => topic))];
  return topics.map((id) => ({
    id,
    title: i18n.t(`jurisdictions.topic_${id}`),
    notes: notes
      .filter(({ topic }) => topic === id)
      .map((note) => ({
        id: note.id,
        text: note.text,
        /** Of the text, where it is not the reader's. */
        lang: note.language === i18n.language ? undefined : note.language,
        facts: note.facts,
        status: statusOf(i18n, note),
      })),
  }));
}

const statusWords = {
  "V-P": "learn.statusPrimary",
  "V-S": "learn.statusSecondary",
  "V-D": "learn.statusDated",
  local: "jurisdictions.local",
} as const satisfies Record<ShownNote["status"], MessageKey>;

function statusOf({ t, formatPartialDate }: I18n, { status, checked }: ShownNote): string {
  const date = formatPartialDate(checked);
  return `${t(statusWords[status])} ${t("jurisdictions.checked", { date })}`;
}

function linesView({ t, formatDate }: I18n, lines: SupportLine[]) {
  const said = (key: MessageKey, words: string) => (words ? [t(key, { words })] : []);
  return {
    title: t("jurisdictions.lines"),
    none: lines.length === 0 && t("jurisdictions.linesNone"),
    lines: lines.map(({ id, name, contact, hours, languages, cost, textOption, dialledOn }) => ({
      id,
      name,
      contact,
      details: [
        ...said("jurisdictions.hours", hours),
        ...said("jurisdictions.languages", languages),
        ...said("jurisdictions.cost", cost),
        ...said("jurisdictions.textOption", textOption),
        t("jurisdictions.dialled", { date: formatDate(dialledOn) }),
      ],
    })),
  };
}
