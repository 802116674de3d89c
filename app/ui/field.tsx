import type { ReactNode } from "react";

import { type MessageKey, useT } from "#app/platform/i18n.tsx";

/** Ids that tie a control to its hint and error for screen readers. */
export function describedBy(name: string, hint: ReactNode, error: MessageKey | undefined) {
  const ids = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

export type FieldProps = { name: string; label: ReactNode; hint?: ReactNode; error?: MessageKey };

/** Label, hint, error and control of one field, in the order in which they are read. */
export function Field({
  name,
  label,
  hint,
  error,
  isOptional = false,
  children,
}: FieldProps & { isOptional?: boolean; children: ReactNode }) {
  const t = useT();
  return (
    <div className={error ? "border-s-4 border-brick ps-4" : ""}>
      <label htmlFor={name} className="block font-semibold">
        {label} {isOptional && <span className="font-normal text-slate">{t("common.optional")}</span>}
      </label>
      <HintAndError name={name} hint={hint} error={error} />
      <div className="mt-1.5">{children}</div>
    </div>
  );
}

export function HintAndError({ name, hint, error }: Pick<FieldProps, "name" | "hint" | "error">) {
  const t = useT();
  return (
    <>
      {hint && (
        <div id={`${name}-hint`} className="text-slate">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${name}-error`} className="font-semibold text-brick">
          <span className="sr-only">{t("common.errorPrefix")} </span>
          {t(error)}
        </p>
      )}
    </>
  );
}
