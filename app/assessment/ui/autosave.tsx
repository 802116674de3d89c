import { useFetcher } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";

import { useT } from "#app/platform/i18n.tsx";

const pauseBeforeSaving = 700;

/**
 * Saves a form in the background a moment after its last change. Without JavaScript the form's own button does.
 * `onChange` belongs on the form; `status` says how it stands, in words.
 */
export function useAutosave(address: string) {
  const t = useT();
  const fetcher = useFetcher<{ isSaved?: boolean }>();
  const [isChanged, setIsChanged] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function onChange(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    setIsChanged(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const fields = new FormData(form);
      fields.set("intent", "autosave");
      fetcher.submit(fields, { method: "post", action: address });
    }, pauseBeforeSaving);
  }

  const isSaved = fetcher.state === "idle" && fetcher.data?.isSaved === true;
  const words = !isChanged
    ? ""
    : fetcher.state !== "idle"
      ? t("quiz.saving")
      : isSaved
        ? t("quiz.savedNote")
        : "";
  return {
    onChange,
    status: (
      <p role="status" className="min-h-6 text-slate">
        {words}
      </p>
    ),
  };
}
