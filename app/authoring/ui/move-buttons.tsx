import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

import { Button } from "#app/ui/button.tsx";

import type { WayButton } from "./outline-buttons.ts";

/** The buttons that move a step or a section, and what stands behind them. */
export function MoveButtons({
  fields,
  buttons,
  focused,
  children,
}: {
  fields: Record<string, string>;
  buttons: WayButton[];
  focused: string | null;
  children: ReactNode;
}) {
  return (
    <Form method="post" replace preventScrollReset className="flex flex-wrap items-center gap-3">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {buttons.map(({ id, way, words, label, isOpen }) => (
        <Button
          key={id}
          id={id}
          variant="secondary"
          name="place"
          value={way}
          disabled={!isOpen}
          aria-label={label}
          // Without JavaScript the page is a new one after each move.
          autoFocus={focused === id}
        >
          {words}
        </Button>
      ))}
      {children}
    </Form>
  );
}
