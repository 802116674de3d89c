import type { Completeness } from "#app/assessment/completeness.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageName } from "#app/platform/languages.ts";
import { StatusTag } from "#app/ui/status-tag.tsx";

/** How much of a question there is in each language: whole, "3 of 6", or nothing. */
export function CompletenessTags({ completeness }: { completeness: Completeness[] }) {
  const t = useT();
  return (
    <ul className="grid gap-1">
      {completeness.map(({ language, written, needed }) => (
        <li key={language}>
          <StatusTag kind={written === needed ? "done" : "todo"}>
            <span>
              <span lang={language}>{languageName(language)}</span>
              {written < needed && (
                <span className="font-normal">
                  {" "}
                  {written === 0 ? t("bank.languageNone") : t("bank.languagePart", { written, needed })}
                </span>
              )}
            </span>
          </StatusTag>
        </li>
      ))}
    </ul>
  );
}
