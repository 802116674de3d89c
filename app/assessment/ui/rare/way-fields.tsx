import { useEffect, useRef } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { describedBy, HintAndError } from "#app/ui/field.tsx";

import type { KindProps } from "./kind-props.ts";

/**
 * One step at a time, under what was chosen before and what followed. A choice is a button, because making it shows its
 * consequence and cannot be taken back.
 */
export function WayFields({ q, rare: { taken, step }, given, errors }: KindProps<"branching">) {
  const t = useT();
  const latest = useRef<HTMLLIElement>(null);
  const shownBefore = useRef(taken.length);
  useEffect(() => {
    // The button that was pressed is gone: go on reading at what followed.
    if (taken.length > shownBefore.current) latest.current?.focus();
    shownBefore.current = taken.length;
  }, [taken.length]);
  const way = Array.isArray(given.way) ? given.way : given.way ? [given.way] : [];
  return (
    <div className="stack">
      <p className="text-lg leading-snug font-semibold">{q}</p>
      {way.map((place, index) => (
        <input key={index} type="hidden" name="way[]" value={place} />
      ))}
      {taken.length > 0 && (
        <ol className="grid gap-3">
          {taken.map(({ text, choice, consequence }, index) => (
            <li
              key={index}
              ref={index === taken.length - 1 ? latest : undefined}
              tabIndex={-1}
              className="card grid gap-1"
            >
              <p>{text}</p>
              <p className="font-semibold">{t("questions.chosen", { choice })}</p>
              <p>{consequence}</p>
            </li>
          ))}
        </ol>
      )}
      {step ? (
        <fieldset aria-describedby={describedBy("answer", true, errors.answer)}>
          <legend className="font-semibold">{step.text}</legend>
          <HintAndError name="answer" hint={t("questions.wayHint")} error={errors.answer} />
          <div className="mt-2 grid gap-2">
            {step.choices.map((choice, place) => (
              <Button
                key={place}
                id={place === 0 ? "answer" : undefined}
                name="answer"
                value={String(place)}
                variant="secondary"
                className="justify-start! text-start!"
              >
                {choice}
              </Button>
            ))}
          </div>
        </fieldset>
      ) : (
        <p>{t("questions.wayEnd")}</p>
      )}
    </div>
  );
}
