import type { I18n } from "./i18n.tsx";

/** Bytes as a person reads them: "120 kB", "3.4 MB". */
export function sizeWords({ t, formatNumber }: I18n, bytes: number): string {
  const megabytes = bytes / 1024 ** 2;
  if (megabytes < 1) return t("common.kilobytes", { size: formatNumber(Math.ceil(bytes / 1024), 0) });
  return t("common.megabytes", { size: formatNumber(megabytes, megabytes < 100 ? 1 : 0) });
}
