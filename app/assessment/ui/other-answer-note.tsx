import type { QuestionType } from "#app/library/question-format.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import type { OtherAnswer } from "../answering/answer-receipt.ts";
import type { AnswerFields } from "../response.ts";

/**
 * counts: another window's newer answer counts; replaced: this page's counts in place of one that it had not shown; now:
 * another window has just given one.
 */
export type OtherNote =
  | { kind: "counts" | "replaced"; at: string; own: string[]; other: OtherAnswer }
  | { kind: "now"; at: string };

const sentences = {
  counts: "attempt.otherCounts",
  replaced: "attempt.otherReplaced",
  now: "attempt.otherNow",
} as const;

/** Says that another window changed an answer, with both answers; `onTake` gets the fields of that one, null for one's own. */
export function OtherAnswerNote({
  type,
  note,
  onTake,
}: {
  type: QuestionType;
  note: OtherNote;
  onTake: (fields: AnswerFields | null) => void;
}) {
  const { t, formatClock } = useI18n();
  return (
    <div role="alert">
      <Notice kind="warning" title={t("attempt.otherTitle")}>
        <p>{t(sentences[note.kind], { time: formatClock(note.at) })}</p>
        {note.kind === "now" ? (
          <Button type="button" variant="quiet" onClick={() => location.reload()}>
            {t("attempt.otherShow")}
          </Button>
        ) : (
          <>
            <BothAnswers type={type} own={note.own} other={note.other.words} />
            <Button
              type="button"
              variant="quiet"
              onClick={() => onTake(note.kind === "counts" ? null : note.other.fields)}
            >
              {t(note.kind === "counts" ? "attempt.otherTakeYours" : "attempt.otherTakeThat")}
            </Button>
            {note.kind === "counts" && (
              <Button type="button" variant="quiet" onClick={() => location.reload()}>
                {t("attempt.otherShow")}
              </Button>
            )}
          </>
        )}
      </Notice>
    </div>
  );
}

export function BothAnswers({ type, own, other }: { type: QuestionType; own: string[]; other: string[] }) {
  const { t } = useI18n();
  const words = (lines: string[]) =>
    lines
      .map((line) => (type === "truefalse" ? t(line === "true" ? "quiz.true" : "quiz.false") : line))
      .join("; ");
  return (
    <dl>
      <dt className="font-semibold">{t("attempt.otherYours")}</dt>
      <dd>{words(own)}</dd>
      <dt className="font-semibold">{t("attempt.otherThat")}</dt>
      <dd>{words(other)}</dd>
    </dl>
  );
}
