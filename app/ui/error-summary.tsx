import { useEffect, useRef } from "react";

import { type MessageKey, useT } from "#app/platform/i18n.tsx";

/** What has to be put right, at the top of a form; takes the focus and leads to each field. */
export function ErrorSummary({ errors }: { errors?: Record<string, MessageKey> | null }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!errors) return;
    // A frame later: moving the focus while React is still taking over the page breaks it off (its error 345).
    const frame = requestAnimationFrame(() => box.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [errors]);
  const entries = Object.entries(errors ?? {});
  if (entries.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
      className="rounded-box border-2 border-brick bg-surface p-4"
    >
      <h2 id="error-summary-title" className="text-lg">
        {t("common.errorSummary")}
      </h2>
      <ul className="mt-2 list-disc ps-5">
        {entries.map(([field, key]) => (
          <li key={field}>
            {field === "form" ? (
              t(key)
            ) : (
              <a href={`#${field}`} className="font-semibold text-brick">
                {t(key)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
