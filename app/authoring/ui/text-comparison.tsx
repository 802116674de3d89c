import type { Language } from "#app/platform/languages.ts";
import { useT } from "#app/platform/i18n.tsx";

import type { ComparedRow, Piece } from "../text-comparison.ts";

/** Two texts side by side; on a narrow screen what it says stands below what it said. */
export function TextComparison({ rows, language }: { rows: ComparedRow[]; language: Language | null }) {
  const t = useT();
  return (
    <div className="grid gap-2">
      {rows.map((row, index) =>
        "same" in row ? (
          <p key={index} className="text-slate">
            {t("reviews.linesSame", { count: row.same })}
          </p>
        ) : (
          <Row key={index} row={row} language={language} />
        ),
      )}
    </div>
  );
}

function Row({
  row: { before, after },
  language,
}: {
  row: { before: Piece[]; after: Piece[] };
  language: Language | null;
}) {
  const isSame = before.every(({ isChanged }) => !isChanged) && after.every(({ isChanged }) => !isChanged);
  return (
    <div className="grid gap-2 md:grid-cols-2 md:gap-4">
      <Side pieces={before} kind="before" language={language} />
      {/* Once is enough where the one stands below the other. */}
      <div className={isSame ? "max-md:hidden" : ""}>
        <Side pieces={after} kind="after" language={language} />
      </div>
    </div>
  );
}

function Side({
  pieces,
  kind,
  language,
}: {
  pieces: Piece[];
  kind: "before" | "after";
  language: Language | null;
}) {
  const t = useT();
  const Mark = kind === "before" ? "del" : "ins";
  const look = kind === "before" ? "line-through decoration-brick" : "underline decoration-moss decoration-2";
  return (
    <p className="whitespace-pre-wrap wrap-anywhere" lang={language ?? undefined}>
      {pieces.map(({ text, isChanged }, index) =>
        isChanged ? (
          <Mark key={index} className={look}>
            <Words of={t(kind === "before" ? "reviews.removedStart" : "reviews.addedStart")} />
            {text}
            <Words of={t("reviews.markEnd")} />
          </Mark>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </p>
  );
}

/** Browsers do not tell screen readers of every insertion and deletion. */
function Words({ of }: { of: string }) {
  return <span className="sr-only"> {of} </span>;
}
