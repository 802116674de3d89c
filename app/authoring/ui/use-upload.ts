import { useCallback, useEffect, useRef, useState } from "react";
import type { DetailedError, Upload } from "tus-js-client";

import type { MessageKey } from "#app/platform/i18n.tsx";

import { uploadChunk } from "../upload-limits.ts";

export type UploadState =
  | { step: "idle" }
  | { step: "sending" | "waiting" | "paused" | "arrived"; fileName: string; sent: number; total: number }
  | { step: "failed"; fileName: string; error: MessageKey; canGoOn: boolean };

/** About ten minutes of waiting for a line that was lost; after that the person goes on by hand. */
const retryDelays = [500, 2000, 5000, ...Array.from({ length: 60 }, () => 10_000)];

/** What a file is sent for, as `/uploads` calls it, and how large it may be; `tooLarge` says so. */
export type UploadTarget = {
  purpose: { package?: string; draft?: string; foreign?: string };
  maxBytes: number;
  tooLarge: MessageKey;
};

/**
 * A resumable upload. Closing the page keeps what was sent for a day: choosing the same file again goes on from there.
 * `onArrived` is told the upload's id.
 */
export function useUpload(target: UploadTarget, onArrived: (id: string) => void) {
  const { purpose, maxBytes, tooLarge } = target;
  const [state, setState] = useState<UploadState>({ step: "idle" });
  const upload = useRef<Upload | null>(null);

  useWarningBeforeLeaving(state.step === "sending" || state.step === "waiting");
  useEffect(() => () => void upload.current?.abort(), []);

  const choose = useCallback(
    async (file: File) => {
      const progress = { fileName: file.name, sent: 0, total: file.size };
      if (file.size > maxBytes) {
        setState({ step: "failed", fileName: file.name, error: tooLarge, canGoOn: false });
        return;
      }
      setState({ step: "sending", ...progress });
      const tus = await import("tus-js-client");
      const next = new tus.Upload(file, {
        endpoint: new URL("/uploads", location.href).href,
        chunkSize: uploadChunk,
        metadata: { filename: file.name, ...purpose },
        retryDelays,
        removeFingerprintOnSuccess: true,
        onShouldRetry(error) {
          const canRetry = isPassing(error);
          if (canRetry) setState((now) => ("sent" in now ? { ...now, step: "waiting" } : now));
          return canRetry;
        },
        onProgress(sent, total) {
          setState((now) =>
            now.step === "paused" ? now : { step: "sending", fileName: file.name, sent, total },
          );
        },
        onSuccess() {
          setState({ step: "arrived", ...progress, sent: file.size });
          onArrived(next.url?.split("/").at(-1) ?? "");
        },
        onError(error) {
          setState({ step: "failed", fileName: file.name, ...reasonOf(error, tooLarge) });
        },
      });
      const earlier = (await next.findPreviousUploads()).find(
        ({ metadata }) =>
          metadata.package === purpose.package &&
          metadata.draft === purpose.draft &&
          metadata.foreign === purpose.foreign,
      );
      if (earlier) next.resumeFromPreviousUpload(earlier);
      upload.current = next;
      next.start();
    },
    [purpose, maxBytes, tooLarge, onArrived],
  );

  const pause = useCallback(() => {
    void upload.current?.abort();
    setState((now) => ("sent" in now ? { ...now, step: "paused" } : now));
  }, []);

  const goOn = useCallback(() => {
    const file = upload.current?.file as File;
    setState((now) => ({
      step: "sending",
      fileName: file.name,
      sent: "sent" in now ? now.sent : 0,
      total: file.size,
    }));
    upload.current?.start();
  }, []);

  const cancel = useCallback(async () => {
    // What cannot be deleted now, for want of a connection, the server's sweep deletes.
    await upload.current?.abort(true).catch(() => undefined);
    upload.current = null;
    setState({ step: "idle" });
  }, []);

  return { state, choose, pause, goOn, cancel };
}

function statusOf(error: Error | DetailedError): number {
  return ("originalResponse" in error && error.originalResponse?.getStatus()) || 0;
}

/** Whether waiting may help: the line was lost, or the server is busy or being restarted. */
function isPassing(error: DetailedError): boolean {
  const status = statusOf(error);
  return status === 0 || [408, 409, 423, 429, 500, 502, 503, 504].includes(status);
}

function reasonOf(
  error: Error | DetailedError,
  tooLarge: MessageKey,
): { error: MessageKey; canGoOn: boolean } {
  switch (statusOf(error)) {
    case 401:
      return { error: "authoring.uploadSignedOut", canGoOn: true };
    case 403:
      return { error: "authoring.uploadForbidden", canGoOn: false };
    case 413:
    case 422:
      return { error: namedIn(error) ?? tooLarge, canGoOn: false };
    case 507:
      return { error: "authoring.uploadNoRoom", canGoOn: false };
    default:
      return { error: "authoring.uploadFailed", canGoOn: true };
  }
}

/** Why the server does not let an upload begin, as it says itself. */
const reasons = ["media.quotaFull", "foreignCourse.tooMany", "authoring.uploadTooMany"] as const;

function namedIn(error: Error | DetailedError): MessageKey | undefined {
  const said = "originalResponse" in error ? error.originalResponse?.getBody().trim() : undefined;
  return reasons.find((reason) => reason === said);
}

function useWarningBeforeLeaving(isActive: boolean) {
  useEffect(() => {
    if (!isActive) return;
    const warn = (event: BeforeUnloadEvent) => {
      const isExit = document.documentElement.classList.contains("away");
      if (!isExit) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isActive]);
}
