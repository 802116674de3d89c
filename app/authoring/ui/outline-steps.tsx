import { Form, Link, useSubmit } from "@remix-run/react";
import { useEffect } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { languageName } from "#app/platform/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { useIsScripted } from "#app/ui/use-is-scripted.ts";

import type { OutlinePage } from "../draft-outline.server.ts";
import { StepRules } from "./step-rules.tsx";
import { kindWords, stepTitles } from "./step-titles.ts";
import { useDragOrder } from "./use-drag-order.ts";

type Step = OutlinePage["steps"][number];

/** A step that has just been moved, and which way: there the focus stays. */
export type MovedStep = { id: string; way: string };

/** The outline as a list whose steps can be moved, by buttons and, with JavaScript, by dragging. */
export function OutlineSteps({ page, moved }: { page: OutlinePage; moved: MovedStep | null }) {
  const t = useT();
  const submit = useSubmit();
  const isScripted = useIsScripted();
  const { steps } = page;
  const dragOf = useDragOrder((activity, place) =>
    submit(
      { intent: "move", activity, place: String(place) },
      { method: "post", replace: true, preventScrollReset: true },
    ),
  );
  const place = moved ? steps.findIndex(({ id }) => id === moved.id) : -1;
  const focused = moved && place >= 0 ? buttonId(moved.id, wayLeft(moved.way, place, steps.length)) : null;
  useEffect(() => {
    if (focused === null) return;
    // React moves the elements of the list, and what is moved loses the focus.
    const frame = requestAnimationFrame(() => document.getElementById(focused)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [focused, steps]);
  return (
    <section className="stack">
      <h2>{t("outline.steps")}</h2>
      {isScripted && <p className="text-slate">{t("outline.dragHint")}</p>}
      <ol className="grid gap-3">
        {steps.map((step, index) => (
          <li key={step.id} className="card stack" {...(isScripted && dragOf(step.id, index))}>
            <StepHead page={page} step={step} number={index + 1} />
            <MoveForm step={step} index={index} count={steps.length} focused={focused} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepHead({ page, step, number }: { page: OutlinePage; step: Step; number: number }) {
  const t = useT();
  const { slug, steps, languages } = page;
  return (
    <div>
      <h3>{t("outline.stepNumber", { number, title: step.title })}</h3>
      <p className="text-slate">
        {kindWords(t, step.kind)} · {t("learn.minutes", { minutes: step.minutes })} ·{" "}
        {t(step.required ? "outline.counts" : "outline.optional")}
      </p>
      <p>
        {step.after.length === 0
          ? t("outline.openAtOnce")
          : t("outline.opensAfter", { titles: stepTitles(t, steps, step.after) })}
      </p>
      <StepRules step={step} now={page.now} />
      {step.kind === "lesson" && (
        <p className="flex flex-wrap items-center gap-x-4">
          {t("outline.write")}
          {languages.map((tag) => (
            <Link
              key={tag}
              to={`/teach/${slug}/draft/lessons/${step.lesson}/${tag}`}
              aria-label={t("drafts.lessonIn", { lesson: step.title, language: languageName(tag) })}
              className="inline-flex min-h-11 items-center"
            >
              {step.written.includes(tag)
                ? languageName(tag)
                : t("drafts.notWritten", { language: languageName(tag) })}
            </Link>
          ))}
        </p>
      )}
      {step.kind === "quiz" && (
        <Link
          to={`/teach/${slug}/quizzes/${step.quiz}/questions`}
          className="inline-flex min-h-11 items-center"
        >
          {t("outline.questions")}
        </Link>
      )}
    </div>
  );
}

function MoveForm({
  step,
  index,
  count,
  focused,
}: {
  step: Step;
  index: number;
  count: number;
  focused: string | null;
}) {
  const t = useT();
  return (
    <Form method="post" replace preventScrollReset className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="activity" value={step.id} />
      {(["up", "down"] as const).map((way) => (
        <Button
          key={way}
          id={buttonId(step.id, way)}
          variant="secondary"
          name="place"
          value={way}
          disabled={way === "up" ? index === 0 : index === count - 1}
          aria-label={t(way === "up" ? "outline.upNamed" : "outline.downNamed", { title: step.title })}
          // Without JavaScript the page is a new one after each move.
          autoFocus={focused === buttonId(step.id, way)}
        >
          {t(`outline.${way}`)}
        </Button>
      ))}
      <Link
        to={encodeURIComponent(step.id)}
        aria-label={t("outline.editNamed", { title: step.title })}
        className="inline-flex min-h-11 items-center"
      >
        {t("outline.edit")}
      </Link>
    </Form>
  );
}

function buttonId(id: string, way: "up" | "down"): string {
  return `${way}-${id}`;
}

/** The way on which a step was moved, or back where it has come to an end of the list. */
function wayLeft(way: string, place: number, count: number): "up" | "down" {
  if (place === 0) return "down";
  return place === count - 1 || way !== "down" ? "up" : "down";
}
