import { Form } from "@remix-run/react";

import { type MessageKey, useI18n, useT } from "#app/platform/i18n.tsx";
import { localOfInstant } from "#app/platform/zoned-time.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";

import type { LearnerBehind } from "../version-moves.server.ts";
import { MoveFields } from "./move-fields.tsx";

type Moves = {
  label: string;
  behind: LearnerBehind[];
  move: { kind: "offered" | "required"; moveAt: Date | null; label: string } | null;
  isMoveToCurrent: boolean;
};

/** Who is under way on an earlier version, and the form that says what becomes of them. */
export function LearnersBehind({
  moves,
  refused,
  isDone,
  isArchived,
}: {
  moves: Moves;
  refused?: { errors: Record<string, MessageKey>; typed: Record<string, string> };
  isDone: boolean;
  isArchived: boolean;
}) {
  const t = useT();
  const { behind, label, move, isMoveToCurrent } = moves;
  const present = move && isMoveToCurrent ? presentOf(move) : {};
  return (
    <section className="measure stack" id="learners">
      <h2>{t("publishing.behindTitle")}</h2>
      {isDone && (
        <Notice kind="success" isStatus>
          {t("publishing.moveSaved")}
        </Notice>
      )}
      {behind.length === 0 && <p>{t("publishing.nobodyBehind", { label })}</p>}
      <Said moves={moves} />
      {behind.length > 0 && (
        <>
          <Disclosure summary={t("publishing.behindNames", { count: behind.length })}>
            <Names behind={behind} />
          </Disclosure>
          {!isArchived && (
            <Form method="post" noValidate className="card stack">
              <ErrorSummary errors={refused?.errors} />
              <p>{t("publishing.behindLead", { label })}</p>
              <MoveFields
                underWay={behind.length}
                present={refused?.typed ?? present}
                errors={refused?.errors}
              />
              <div>
                <Button name="intent" value="move">
                  {t("publishing.saveMove")}
                </Button>
              </div>
            </Form>
          )}
        </>
      )}
    </section>
  );
}

/** What was chosen so far. */
function Said({ moves: { move, behind } }: { moves: Moves }) {
  const { t, formatDateTime } = useI18n();
  if (!move || behind.length === 0) return null;
  const { kind, moveAt, label } = move;
  return (
    <p>
      {kind === "offered"
        ? t("publishing.saidOffered", { label })
        : t("publishing.saidRequired", { label, date: moveAt ? formatDateTime(moveAt) : "" })}
    </p>
  );
}

function Names({ behind }: { behind: LearnerBehind[] }) {
  const t = useT();
  return (
    <ul className="list-disc ps-5">
      {behind.map(({ enrolmentId, name, label, isInAttempt, hasDeclined }) => (
        <li key={enrolmentId} className="wrap-anywhere">
          {t("publishing.behindOn", { name, label })}
          {isInAttempt && ` (${t("publishing.behindInAttempt")})`}
          {hasDeclined && ` (${t("publishing.behindDeclined")})`}
        </li>
      ))}
    </ul>
  );
}

/** The form says again what was chosen; who was to be moved at once waits for the end of her test only. */
function presentOf({ kind, moveAt }: NonNullable<Moves["move"]>): Record<string, string> {
  if (kind === "offered") return { learners: "offer" };
  return { learners: "require", moveAt: moveAt ? localOfInstant(moveAt) : "" };
}
