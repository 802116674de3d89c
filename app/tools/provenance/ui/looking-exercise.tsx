import { useEffect, useRef, useState } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";

import type { Look } from "../looking-score.ts";
import { samples } from "../samples.ts";
import { LookingQuestion } from "./looking-question.tsx";
import { LookingResult } from "./looking-result.tsx";

/** One picture after the other: guess, say how sure, see. Answers live in this component alone. */
export function LookingExercise() {
  const t = useT();
  const [isStarted, setIsStarted] = useState(false);
  const [looks, setLooks] = useState<Look[]>([]);
  const [at, setAt] = useState(0);
  const panel = useRef<HTMLDivElement>(null);
  const wasAt = useRef(-1);
  // The button that was pressed is gone; the next picture, not the page's top, is what comes now.
  const step = isStarted ? at : -1;
  useEffect(() => {
    if (step !== wasAt.current) panel.current?.focus();
    wasAt.current = step;
  }, [step]);

  const again = () => {
    setLooks([]);
    setAt(0);
  };
  const sample = samples[at];
  return (
    <section className="stack">
      <h2>{t("provenance.exerciseTitle")}</h2>
      {isStarted ? (
        <div ref={panel} tabIndex={-1}>
          {sample ? (
            <LookingQuestion
              key={sample.name}
              sample={sample}
              number={at + 1}
              onAnswered={(look) => setLooks([...looks, look])}
              onNext={() => setAt(at + 1)}
            />
          ) : (
            <LookingResult looks={looks} onAgain={again} />
          )}
        </div>
      ) : (
        <>
          <p>{t("provenance.exerciseLead", { count: samples.length })}</p>
          <Button type="button" onClick={() => setIsStarted(true)}>
            {t("provenance.begin")}
          </Button>
        </>
      )}
    </section>
  );
}
