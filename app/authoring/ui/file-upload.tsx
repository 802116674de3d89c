import { useEffect, useRef } from "react";

import { useI18n, useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { FileChooser } from "#app/ui/file-chooser.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { sizeWords } from "#app/platform/size-words.ts";
import { type UploadState, type UploadTarget, useUpload } from "./use-upload.ts";

/** Chooses a file, or takes a dropped one, and sends it; pause, go on and cancel at any time. */
export function FileUpload({
  target,
  chooser,
  onArrived,
}: {
  /** The same object each time, so that nothing begins anew. */
  target: UploadTarget;
  chooser: { id: string; label: string; hint: string; accept: string };
  onArrived: (uploadId: string) => void;
}) {
  const { state, choose, pause, goOn, cancel } = useUpload(target, onArrived);
  const isIdle = state.step === "idle";
  const panel = useRef<HTMLDivElement>(null);
  const wasIdle = useRef(true);
  // The control that was used is gone when the panel changes; without this the focus would fall to the page's top.
  useEffect(() => {
    if (wasIdle.current === isIdle) return;
    wasIdle.current = isIdle;
    panel.current?.focus();
  }, [isIdle]);
  return (
    <div ref={panel} tabIndex={-1}>
      {isIdle && <FileChooser {...chooser} isSingle onChosen={([file]) => file && void choose(file)} />}
      {"sent" in state && <Progress state={state} onPause={pause} onGoOn={goOn} onCancel={cancel} />}
      {state.step === "failed" && <Failure state={state} onGoOn={goOn} onCancel={cancel} />}
    </div>
  );
}

type SendingState = Extract<UploadState, { sent: number }>;

function Progress({
  state,
  onPause,
  onGoOn,
  onCancel,
}: {
  state: SendingState;
  onPause: () => void;
  onGoOn: () => void;
  onCancel: () => void;
}) {
  const i18n = useI18n();
  const { t, formatPercent } = i18n;
  const { step, fileName, sent, total } = state;
  const percent = formatPercent(total > 0 ? sent / total : 1);
  const title = step === "paused" ? "authoring.uploadPaused" : "authoring.uploadSending";
  return (
    <div className="card grid gap-3">
      <p className="font-semibold wrap-anywhere">{t(title, { name: fileName })}</p>
      <progress
        value={sent}
        max={total}
        aria-label={t("authoring.uploadBar")}
        className="h-3 w-full accent-moss"
      />
      <p className="tabular-nums">
        {t("authoring.uploadProgress", {
          sent: sizeWords(i18n, sent),
          total: sizeWords(i18n, total),
          percent,
        })}
      </p>
      <p role="status">
        {step === "waiting" && t("authoring.uploadWaiting")}
        {step === "paused" && t("authoring.uploadPausedHint")}
        {step === "arrived" && t("authoring.uploadArrived")}
        <span className="sr-only">{step === "sending" && tenths(i18n.formatPercent, sent, total)}</span>
      </p>
      {step !== "arrived" && (
        <div className="flex flex-wrap gap-3">
          {step === "paused" ? (
            <Button type="button" onClick={onGoOn}>
              {t("authoring.uploadGoOn")}
            </Button>
          ) : (
            <Button type="button" variant="secondary" onClick={onPause}>
              {t("authoring.uploadPause")}
            </Button>
          )}
          <Button type="button" variant="quiet" onClick={onCancel}>
            {t("authoring.uploadCancel")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A screen reader is told every ten percent, not every one. */
function tenths(formatPercent: (ratio: number) => string, sent: number, total: number) {
  return formatPercent(Math.floor((10 * sent) / Math.max(1, total)) / 10);
}

function Failure({
  state,
  onGoOn,
  onCancel,
}: {
  state: Extract<UploadState, { step: "failed" }>;
  onGoOn: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  return (
    <Notice kind="danger" title={state.fileName} isStatus>
      <p>{t(state.error)}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        {state.canGoOn && (
          <Button type="button" onClick={onGoOn}>
            {t("authoring.uploadGoOn")}
          </Button>
        )}
        <Button type="button" variant="secondary" onClick={onCancel}>
          {t(state.canGoOn ? "authoring.uploadCancel" : "authoring.uploadAnother")}
        </Button>
      </div>
    </Notice>
  );
}
