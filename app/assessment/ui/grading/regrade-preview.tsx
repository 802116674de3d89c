import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

import { versionField } from "#app/assessment/regrade-form.ts";
import type { AttemptScore } from "#app/assessment/answering/attempt-score.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";

type ShownAttempt = {
  attemptId: string;
  name: string;
  number: number;
  keepsPass: boolean;
  before?: AttemptScore;
  after?: AttemptScore;
};

type Preview = {
  failToPass: ShownAttempt[];
  passToFail: ShownAttempt[];
  pointsOnly: ShownAttempt[];
  unchanged: number;
};

/** Who would change, changes of the outcome apart, and the button that does it. */
export function RegradePreview({ preview, chosen }: { preview: Preview; chosen: Record<string, string> }) {
  const { t } = useI18n();
  const { failToPass, passToFail, pointsOnly, unchanged } = preview;
  const changed = failToPass.length + passToFail.length + pointsOnly.length;
  return (
    <Form method="post" className="grid min-w-0 gap-6">
      <h2>{t("grading.regradeWho")}</h2>
      {Object.entries(chosen).map(([questionId, versionId]) => (
        <input key={questionId} type="hidden" name={versionField(questionId)} value={versionId} />
      ))}
      {changed === 0 && <p>{t("grading.regradeNobody")}</p>}
      <List
        title={t("grading.regradeFailToPass", { count: failToPass.length })}
        hint={t("grading.regradeFailToPassHint")}
        attempts={failToPass}
      />
      <List
        title={t("grading.regradePassToFail", { count: passToFail.length })}
        hint={t("grading.regradePassToFailHint")}
        attempts={passToFail}
        nameCell={(attempt) => <TakeAway attempt={attempt} />}
      />
      <List title={t("grading.regradePoints", { count: pointsOnly.length })} attempts={pointsOnly} />
      {unchanged > 0 && <p>{t("grading.regradeUnchanged", { count: unchanged })}</p>}
      <div className="grid gap-2">
        <p className="text-slate">{t("grading.regradeConfirmHint")}</p>
        <div>
          <Button name="intent" value="apply">
            {t("grading.regradeConfirm")}
          </Button>
        </div>
      </div>
    </Form>
  );
}

function TakeAway({ attempt: { attemptId, name, keepsPass } }: { attempt: ShownAttempt }) {
  const { t } = useI18n();
  if (keepsPass) {
    return (
      <>
        {name}
        <span className="block font-normal text-slate">{t("grading.regradeKept")}</span>
      </>
    );
  }
  return (
    <label className="flex min-h-11 items-center gap-3 font-normal">
      <input type="checkbox" name="takeAway[]" value={attemptId} className="choice" />
      {t("grading.regradeTakeAway", { name })}
    </label>
  );
}

const mostShown = 200;

function List({
  title,
  hint,
  attempts,
  nameCell = ({ name }) => name,
}: {
  title: string;
  hint?: string;
  attempts: ShownAttempt[];
  nameCell?: (attempt: ShownAttempt) => ReactNode;
}) {
  const { t, formatNumber } = useI18n();
  if (attempts.length === 0) return null;
  const points = (score: AttemptScore | undefined) =>
    score ? `${formatNumber(score.points, 2)} / ${formatNumber(score.maxPoints, 2)}` : "";
  return (
    <section className="stack min-w-0">
      <h3>{title}</h3>
      {hint && <p className="text-slate">{hint}</p>}
      <DataTable
        caption={title}
        isCaptionHidden
        columns={[
          { key: "name", header: t("grading.regradeLearner"), isRowHeader: true, isLong: true },
          { key: "number", header: t("grading.regradeAttempt"), isNumeric: true },
          { key: "before", header: t("grading.regradeBefore"), isNumeric: true },
          { key: "after", header: t("grading.regradeAfter"), isNumeric: true },
        ]}
        rows={attempts.slice(0, mostShown).map((attempt) => ({
          name: nameCell(attempt),
          number: attempt.number,
          before: points(attempt.before),
          after: points(attempt.after),
        }))}
      />
      {attempts.length > mostShown && (
        <p>{t("grading.regradeMore", { count: attempts.length - mostShown })}</p>
      )}
    </section>
  );
}
