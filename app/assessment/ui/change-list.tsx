import type { VersionChange } from "#app/assessment/version-changes.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageName } from "#app/platform/languages.ts";

/** What differs between two versions, each with its words before and after. */
export function ChangeList({
  changes,
  before,
  after,
}: {
  changes: VersionChange[];
  before: string;
  after: string;
}) {
  const t = useT();
  return (
    <ul className="mt-2 grid gap-2">
      {changes.map((change, index) => (
        <li key={index}>
          <span className="font-semibold">
            {t(change.label, change.values)}
            {change.language && ` (${languageName(change.language)})`}
          </span>
          {(change.before || change.after) && (
            <dl className="ms-4 grid gap-x-3 text-[0.9375rem] sm:grid-cols-[max-content_1fr]">
              <Side label={before} language={change.language} words={change.before} />
              <Side label={after} language={change.language} words={change.after} />
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

function Side({ label, language, words }: { label: string; language: string | null; words: string }) {
  return (
    <>
      <dt className="text-slate">{label}</dt>
      <dd lang={language ?? undefined} className="min-w-0 wrap-anywhere whitespace-pre-line">
        {words || "–"}
      </dd>
    </>
  );
}
