import { type RefObject, useEffect, useState } from "react";

import { useEditor } from "./editor-context.tsx";
import { partsAt } from "./form-fields.ts";
import type { Place } from "./region-drawing.ts";
import { placeFields } from "./region-form.ts";

/** The places as the fields of the form around an element have them now; `write` puts one into its fields. */
export function useRegionFields(around: RefObject<HTMLElement>) {
  const { fields: sent } = useEditor();
  const ids = partsAt({ fields: sent }, "regions");
  const [fields, setFields] = useState(sent);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const form = around.current?.closest("form");
    if (!form) return;
    const read = () => {
      const named = [...new FormData(form)].filter(([name]) => name.startsWith("region."));
      setFields(Object.fromEntries(named.map(([name, value]) => [name, String(value)])));
    };
    read();
    setReady(true);
    form.addEventListener("input", read);
    return () => form.removeEventListener("input", read);
  }, [around]);
  const write = (id: string, place: Place) => {
    const values = placeFields(id, place);
    for (const [name, value] of Object.entries(values)) {
      const control = around.current?.closest("form")?.elements.namedItem(name);
      if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)
        control.value = value;
    }
    setFields((present) => ({ ...present, ...values }));
  };
  return { ids, fields, isReady, write };
}
