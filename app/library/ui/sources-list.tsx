import type { FactSource } from "#app/library/course-format.ts";
import { type MessageKey, useI18n } from "#app/platform/i18n.tsx";
import { webAddress } from "#app/platform/web-address.ts";

export type Source = FactSource & { fact: string };

const statusWords: Record<Source["status"], MessageKey> = {
  "V-P": "learn.statusPrimary",
  "V-S": "learn.statusSecondary",
  "V-D": "learn.statusDated",
};

/** Where each fact of a lesson comes from, in the order of the numbers in the text, with how far and when it was checked. */
export function SourcesList({ sources }: { sources: Source[] }) {
  const { t, formatPartialDate } = useI18n();
  return (
    <ol className="measure grid list-decimal gap-4 ps-6">
      {sources.map(({ fact, status, checked, recheckBy, documents }) => (
        <li key={fact} id={fact} className="target:bg-tint">
          <ul>
            {documents.map((document) => (
              <li key={document.title} lang="en">
                {document.publisher}
                {": "}
                {webAddress(document.url) ? (
                  <a href={webAddress(document.url)} rel="noreferrer">
                    {document.title}
                  </a>
                ) : (
                  <cite>{document.title}</cite>
                )}
                {document.date && ` (${document.date})`}
              </li>
            ))}
          </ul>
          <p className="text-sm text-slate">
            {t(statusWords[status])}
            {checked && ` ${t("learn.sourceChecked", { date: formatPartialDate(checked) })}`}
            {recheckBy && ` ${t("learn.sourceRecheck", { date: formatPartialDate(recheckBy) })}`}
          </p>
        </li>
      ))}
    </ol>
  );
}
