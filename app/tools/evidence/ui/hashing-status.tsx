import { useI18n } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import type { HashOutcome, HashProgress } from "./use-hashing.ts";

/** How far the work is, with a way to stop it; afterwards how it ended. */
export function HashingStatus({
  progress,
  outcome,
  onStop,
}: {
  progress: HashProgress | null;
  outcome: HashOutcome | null;
  onStop: () => void;
}) {
  return (
    <>
      {progress && <Working progress={progress} onStop={onStop} />}
      <Ended outcome={outcome} />
    </>
  );
}

function Working({ progress, onStop }: { progress: HashProgress; onStop: () => void }) {
  const { t, formatPercent } = useI18n();
  const { number, count, share } = progress;
  const words = (percent: string) => t("evidence.working", { number, count, percent });
  return (
    <div className="card grid gap-3">
      <p className="tabular-nums">{words(formatPercent(share))}</p>
      <progress value={share} aria-label={t("evidence.bar")} className="h-3 w-full accent-moss" />
      {/* A screen reader is told every quarter, not every piece. */}
      <p role="status" className="sr-only">
        {words(formatPercent(Math.floor(4 * share) / 4))}
      </p>
      <p>
        <Button type="button" variant="secondary" onClick={onStop}>
          {t("evidence.stop")}
        </Button>
      </p>
    </div>
  );
}

function Ended({ outcome }: { outcome: HashOutcome | null }) {
  const { t } = useI18n();
  return (
    <div role="status" className="grid gap-3">
      {outcome && (
        <p className="font-semibold">
          {t(outcome.isStopped ? "evidence.stopped" : "evidence.ready", {
            done: outcome.done,
            count: outcome.count,
          })}
        </p>
      )}
      {outcome && outcome.unreadable.length > 0 && (
        <Notice kind="warning" title={t("evidence.unreadable")}>
          <ul className="list-disc ps-5 wrap-anywhere">
            {outcome.unreadable.map((name, index) => (
              <li key={index}>{name}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
