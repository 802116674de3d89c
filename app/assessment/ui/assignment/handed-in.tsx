import type { HandIn } from "#app/assessment/assignment-page.server.ts";
import { type MessageKey, useI18n } from "#app/platform/i18n.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

import { MarkedAnswer } from "../grading/marked-answer.tsx";

/** What was handed in last, with what became of it; what was handed in before it is one tap away. */
export function HandedIn({
  handIns: [last, ...earlier],
  canBeFailed,
  addressOf,
}: {
  handIns: HandIn[];
  canBeFailed: boolean;
  /** Of an attempt, where its file is. */
  addressOf: (number: number) => string;
}) {
  const { t } = useI18n();
  if (!last) return null;
  return (
    <section className="stack" aria-labelledby="handed-in-title">
      <h2 id="handed-in-title">{t("assignment.handedInTitle")}</h2>
      <OneHandIn handIn={last} canBeFailed={canBeFailed} address={addressOf(last.number)} />
      {earlier.map((handIn) => (
        <Disclosure key={handIn.number} summary={t("assignment.earlier", { number: handIn.number })}>
          <OneHandIn handIn={handIn} canBeFailed={canBeFailed} address={addressOf(handIn.number)} />
        </Disclosure>
      ))}
    </section>
  );
}

function OneHandIn({
  handIn,
  canBeFailed,
  address,
}: {
  handIn: HandIn;
  canBeFailed: boolean;
  address: string;
}) {
  const { t, formatDateTime, formatNumber } = useI18n();
  const { isWaiting, isPassed, parts, submittedAt, points, maxPoints } = handIn;
  return (
    <div className="stack">
      <p>{t("assignment.handedInAt", { date: formatDateTime(submittedAt) })}</p>
      <p>
        <StatusTag kind={isWaiting ? "neutral" : isPassed ? "done" : "wrong"}>
          {t(stateOf(isWaiting, isPassed, canBeFailed))}
        </StatusTag>
      </p>
      {isWaiting && <p>{t("assignment.waitsHint")}</p>}
      {!isWaiting && parts.length > 1 && (
        <p className="font-semibold">
          {t("assignment.inAll", { points: formatNumber(points, 2), max: formatNumber(maxPoints, 2) })}
        </p>
      )}
      {parts.map((part) => (
        <div key={part.position} className="card stack">
          <h3 className="text-base">{t(part.isFile ? "assignment.file" : "assignment.text")}</h3>
          <Given part={part} address={address} />
          {part.marked && !part.marked.isWaiting && <MarkedAnswer marked={part.marked} />}
          {part.why && <p className="whitespace-pre-line">{part.why}</p>}
        </div>
      ))}
    </div>
  );
}

function Given({ part, address }: { part: HandIn["parts"][number]; address: string }) {
  const { t } = useI18n();
  if (part.given === null) return <p className="text-slate">{t("assignment.nothingGiven")}</p>;
  if (!part.isFile) return <p className="whitespace-pre-wrap wrap-anywhere">{part.given}</p>;
  return (
    <p>
      <a href={`${address}/questions/${part.position}/file`} download>
        {t("graded.fileOpen")}
      </a>
    </p>
  );
}

function stateOf(isWaiting: boolean, isPassed: boolean, canBeFailed: boolean): MessageKey {
  if (isWaiting) return "assignment.stateWaiting";
  if (!canBeFailed) return "assignment.stateGraded";
  return isPassed ? "assignment.statePassed" : "assignment.stateNotPassed";
}
