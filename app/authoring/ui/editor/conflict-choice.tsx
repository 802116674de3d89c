import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { compared, type Stretch } from "../../editor/comparison.ts";

export type ConflictAnswer = "mine" | "theirs" | "both";

/** Two texts of one lesson side by side, and what may become of them. Nothing is lost before she has chosen. */
export function ConflictChoice({
  mine,
  theirs,
  by,
  lang,
  onChoose,
}: {
  mine: string;
  theirs: string;
  by: string | null;
  lang: string;
  onChoose: (answer: ConflictAnswer) => void;
}) {
  const t = useT();
  const name = by ?? t("drafts.somebody");
  return (
    <Notice kind="warning" title={t("drafts.conflict", { name })}>
      <p>{t("editor.conflictLead")}</p>
      <div className="lesson-compared my-4" lang={lang}>
        {compared(mine, theirs).map((stretch, index) => (
          <Compared key={index} stretch={stretch} name={name} />
        ))}
      </div>
      <div className="flex flex-wrap gap-4">
        <Button type="button" onClick={() => onChoose("both")}>
          {t("editor.keepBoth")}
        </Button>
        <Button type="button" variant="secondary" onClick={() => onChoose("mine")}>
          {t("editor.keepMine")}
        </Button>
        <Button type="button" variant="secondary" onClick={() => onChoose("theirs")}>
          {t("editor.keepTheirs")}
        </Button>
      </div>
    </Notice>
  );
}

function Compared({ stretch, name }: { stretch: Stretch; name: string }) {
  const t = useT();
  if ("same" in stretch) return <pre className="text-slate">{stretch.same}</pre>;
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <Side title={t("editor.mine")} text={stretch.mine} />
      <Side title={t("editor.theirs", { name })} text={stretch.theirs} />
    </div>
  );
}

function Side({ title, text }: { title: string; text: string }) {
  const t = useT();
  return (
    <div className="card">
      <p className="font-semibold">{title}</p>
      {text.trim() ? <pre>{text.trimEnd()}</pre> : <p className="text-slate">{t("editor.nothingHere")}</p>}
    </div>
  );
}
