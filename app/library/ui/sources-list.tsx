import type { factStatuses } from "#app/library/course-format.ts";
import type { SourceDocument } from "#app/library/source-document.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";

export type Source = { fact: string; status: (typeof factStatuses)[number]; documents: SourceDocument[] };

const statusWords: Record<Source["status"], MessageKey> = {
  "V-P": "learn.statusPrimary",
  "V-S": "learn.statusSecondary",
  "V-D": "learn.statusDated",
};

/** Where each fact of a lesson comes from, in the order of the numbers in the text, with how far it could be checked. */
export function SourcesList({ sources }: { sources: Source[] }) {
  const t = useT();
  return (
    <ol className="measure grid list-decimal gap-4 ps-6">
      {sources.map(({ fact, status, documents }) => (
        <li key={fact} id={fact} className="target:bg-tint">
          <ul>
            {documents.map((document) => (
              <li key={document.title} lang="en">
                {document.publisher}
                {": "}
                {document.url ? (
                  <a href={document.url} rel="noreferrer">
                    {document.title}
                  </a>
                ) : (
                  <cite>{document.title}</cite>
                )}
                {document.date && ` (${document.date})`}
              </li>
            ))}
          </ul>
          <p className="text-sm text-slate">{t(statusWords[status])}</p>
        </li>
      ))}
    </ol>
  );
}
