import type { ReactNode } from "react";

/** Fields that belong together, under a heading of their own. */
export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-5 border-t border-line pt-4">
      <legend className="pe-3 font-serif text-xl">{title}</legend>
      {children}
    </fieldset>
  );
}
