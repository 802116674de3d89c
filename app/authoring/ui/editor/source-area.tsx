import { useT } from "#app/platform/i18n.tsx";

/** The lesson as its source, for those who want it. */
export function SourceArea({
  value,
  lang,
  onChange,
}: {
  value: string;
  lang: string;
  onChange: (text: string) => void;
}) {
  const t = useT();
  return (
    <div>
      <label htmlFor="source" className="block font-semibold">
        {t("drafts.fieldText")}
      </label>
      <p id="source-hint" className="text-slate">
        {t("drafts.fieldTextHint")}
      </p>
      <textarea
        id="source"
        aria-describedby="source-hint"
        className="control mt-1.5 font-mono"
        rows={24}
        lang={lang}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
