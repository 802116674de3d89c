import { useT } from "#app/platform/i18n.tsx";
import type { MessageKey } from "#app/platform/i18n.tsx";
import type { NamedTerm } from "#app/library/glossary-terms.ts";
import { TextArea } from "#app/ui/text-area.tsx";

import type { ChangedWords } from "../source-changes.server.ts";
import { fieldOf } from "../unit-field.ts";
import { ChangedText, SourceText } from "./source-text.tsx";

export type ShownUnit = {
  id: string;
  page: string | null;
  isPage: boolean;
  source: string;
  target: string;
  terms: (NamedTerm & { isUsed: boolean })[];
};

const longestName = 60;

/** A text of the source, and the field of its translation beside it. `typed` is what was sent and not saved. */
export function TranslationRow({
  unit,
  change,
  typed,
  error,
  from,
  language,
}: {
  unit: ShownUnit;
  change: ChangedWords[] | null;
  typed: string | undefined;
  error: MessageKey | undefined;
  from: string;
  language: string;
}) {
  const t = useT();
  const { id, source, target, terms, isPage } = unit;
  const text = typed ?? target;
  const label = isPage ? t("workbench.targetPage") : t("workbench.target", { source: shortened(source) });
  const hint = !isPage ? undefined : source === "" ? t("workbench.pageGone") : t("workbench.pageOther");
  return (
    <div className="grid gap-4 border-t border-line pt-4 md:grid-cols-2">
      <div className="grid content-start gap-4">
        <SourceText source={source} terms={terms} from={from} language={language} />
        {change && <ChangedText words={change} from={from} />}
      </div>
      <div className="grid content-start gap-2">
        <TextArea
          name={fieldOf(id)}
          label={label}
          hint={hint}
          rows={rowsOf(text || source)}
          defaultValue={text}
          error={error}
          lang={language}
        />
        {typed !== undefined && typed.replace(/\r\n/g, "\n") !== target && target !== "" && (
          <div className="border-s-4 border-line ps-4">
            <p className="font-semibold">{t("workbench.stored")}</p>
            <p className="whitespace-pre-wrap wrap-anywhere" lang={language}>
              {target}
            </p>
          </div>
        )}
        {terms
          .filter(({ isUsed }) => !isUsed)
          .map(({ en, agreed }) => (
            <p key={en} className="text-slate">
              {t("workbench.termNotUsed", { term: en, agreed: agreed.join(" / ") })}
            </p>
          ))}
      </div>
    </div>
  );
}

function shortened(source: string): string {
  const line = source.replace(/\s+/g, " ");
  return line.length > longestName ? `${line.slice(0, longestName)}…` : line;
}

/** About as many lines as the text takes in half a page. */
function rowsOf(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 50), 0);
  return Math.min(24, Math.max(2, lines));
}
