import { createContext, type ReactNode, useContext } from "react";

import type { MessageKey } from "#app/locales/catalogue.ts";

import type { Language } from "./languages.ts";
import { type CompiledMessage, formatMessage } from "./message-format.ts";
import { siteZone } from "./zoned-time.ts";

export type { MessageKey };

export type MessageValues = Record<string, string | number>;

/** Compiled ICU messages by "area.key". */
export type CompiledMessages = Record<string, CompiledMessage>;

export type I18n = {
  language: Language;
  t: (key: MessageKey, values?: MessageValues) => string;
  /** 17. новембар 2026. · 17 November 2026 */
  formatDate: (date: Date | string) => string;
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
  return {
    language,
    t: (key, values = {}) => formatMessage(language, messages[key] ?? [key], values),
    formatDate: (date) =>
      new Intl.DateTimeFormat(formatTag(language), { dateStyle: "long", timeZone }).format(new Date(date)),
    formatDateTime: (date) =>
      new Intl.DateTimeFormat(formatTag(language), {
        dateStyle: "medium",
        timeStyle: "short",
        timeZone,
      }).format(new Date(date)),
    formatClock: (date) =>
      new Intl.DateTimeFormat(formatTag(language), { timeStyle: "short", timeZone }).format(new Date(date)),
    formatTime: (date) =>
      new Intl.DateTimeFormat(formatTag(language), {
        dateStyle: "short",
        timeStyle: "medium",
        timeZone,
      }).format(new Date(date)),
    formatNumber: (value, maximumFractionDigits = 1) =>
      new Intl.NumberFormat(formatTag(language), { maximumFractionDigits }).format(value),
    formatPercent: (ratio, maximumFractionDigits = 0) =>
      new Intl.NumberFormat(formatTag(language), { style: "percent", maximumFractionDigits }).format(ratio),
  };
}

function formatTag(language: Language) {
  return language === "en" ? "en-GB" : language;
}

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
