import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

import type { FormErrors } from "#app/platform/form-fields.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/select-field.tsx";

/** What was wrong with a form that adds something, and what was written in it. */
export type Failed = { errors: FormErrors; typed: Record<string, string> };

/** One form that adds something, closed until it is asked for. */
export function Addition({
  title,
  lead,
  isOpen = false,
  children,
}: {
  title: string;
  lead: string;
  isOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="card" open={isOpen || undefined}>
      <summary className="min-h-11 py-2 font-semibold">{title}</summary>
      <div className="stack pt-2">
        <p className="text-slate">{lead}</p>
        {children}
      </div>
    </details>
  );
}

/** A form in which one of several is chosen. */
export function Choice({
  intent,
  label,
  options,
  button,
  failed,
}: {
  intent: "quiz" | "package" | "video" | "file";
  label: string;
  options: { value: string; label: string }[];
  button: string;
  failed?: Failed;
}) {
  const t = useT();
  return (
    <Form method="post" noValidate className="stack">
      <input type="hidden" name="intent" value={intent} />
      <SelectField
        name={intent}
        label={label}
        options={[{ value: "", label: t("outline.choose") }, ...options]}
        defaultValue={failed?.typed[intent]}
        error={failed?.errors[intent]}
      />
      <div>
        <Button>{button}</Button>
      </div>
    </Form>
  );
}
