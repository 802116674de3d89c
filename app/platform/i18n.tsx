import { createContext, type ReactNode, useContext } from "react";

import type { MessageKey } from "#app/locales/catalogue.ts";

import type { Language } from "./languages.ts";
import { localeOf, longDate, partialDate, shortDateTime } from "./locale.ts";
import { type CompiledMessage, formatMessage } from "./message-format.ts";
import { siteZone } from "./site-zone.ts";

export type { MessageKey };

export type MessageValues = Record<string, string | number>;

/** Compiled ICU messages by "area.key". */
export type CompiledMessages = Record<string, CompiledMessage>;

export type I18n = {
  language: Language;
  t: (key: MessageKey, values?: MessageValues) => string;
  /** 17. новембар 2026. · 17 November 2026 */
  formatDate: (date: Date | string) => string;
  /** 2026-11 → November 2026; as exactly as it is written: a year, a month or a day. */
  formatPartialDate: (date: string) => string;
  formatDateTime: (date: Date | string) => string;
  /** Hours and minutes. */
  formatClock: (date: Date | string) => string;
  /** With seconds, for logs. */
  formatTime: (date: Date | string) => string;
  formatNumber: (value: number, maximumFractionDigits?: number) => string;
  /** `ratio` from 0 to 1. */
  formatPercent: (ratio: number, maximumFractionDigits?: number) => string;
};

/** Translator and formats of one language over messages that were compiled before. */
export function createI18n(language: Language, messages: CompiledMessages): I18n {
  // Dates are shown in one zone for everybody: the region shares it, and server and browser must agree.
  const timeZone = siteZone;
  const { dates, numbers } = localeOf(language);
  return {
    language,
    t: (key, values = {}) => formatMessage(language, messages[key] ?? [key], values),
    formatDate: (date) => longDate(language, new Date(date), timeZone),
    formatPartialDate: (date) => partialDate(language, date),
    formatDateTime: (date) => shortDateTime(language, new Date(date), timeZone),
    formatClock: (date) =>
      new Intl.DateTimeFormat(dates, { timeStyle: "short", timeZone }).format(new Date(date)),
    formatTime: (date) =>
      new Intl.DateTimeFormat(dates, { dateStyle: "short", timeStyle: "medium", timeZone }).format(
        new Date(date),
      ),
    formatNumber: (value, maximumFractionDigits = 1) =>
      new Intl.NumberFormat(numbers, { maximumFractionDigits, signDisplay }).format(value),
    formatPercent: (ratio, maximumFractionDigits = 0) =>
      new Intl.NumberFormat(numbers, { style: "percent", maximumFractionDigits, signDisplay }).format(ratio),
  };
}

/** What rounds to nothing is 0, not −0. */
const signDisplay = "negative";

const I18nContext = createContext<I18n | null>(null);

export function I18nProvider({ i18n, children }: { i18n: I18n; children: ReactNode }) {
  return <I18nContext.Provider value={i18n}>{children}</I18nContext.Provider>;
}

export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error("useI18n outside I18nProvider");
  return i18n;
}

export function useT(): I18n["t"] {
  return useI18n().t;
}
