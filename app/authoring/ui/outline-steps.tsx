import { Link, useSubmit } from "@remix-run/react";
import { useEffect } from "react";

import { runsOf } from "#app/library/outline-sections.ts";
import { useT } from "#app/platform/i18n.tsx";
import { useIsScripted } from "#app/ui/use-is-scripted.ts";

import type { OutlinePage } from "../draft-outline.server.ts";
import { type Dragged, formOfDrop } from "./outline-drops.ts";
import { buttonLeft, sectionButtons, stepButtons } from "./outline-buttons.ts";
import { StepCard } from "./outline-step.tsx";
import { MoveButtons } from "./move-buttons.tsx";
import { useDragOrder } from "./use-drag-order.ts";

/** What has just been moved, and which way: there the focus stays. */
export type Moved = { id: string; isSection: boolean; way: string };

/** The outline as a list whose steps and sections can be moved, by buttons and, with JavaScript, by dragging. */
export function OutlineSteps({ page, moved }: { page: OutlinePage; moved: Moved | null }) {
  const t = useT();
  const isScripted = useIsScripted();
  const { steps } = page;
  const dragOf = useDrag(page);
  const focused = moved && focusedAfter(page, moved);
  useEffect(() => {
    if (focused === null) return;
    // React moves the elements of the list, and what is moved loses the focus.
    const frame = requestAnimationFrame(() => document.getElementById(focused)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [focused, steps]);
  const card = (step: OutlinePage["steps"][number], level: "h3" | "h4") => (
    <li key={step.id} className="card stack" {...(isScripted && dragOf({ activity: step.id }))}>
      <StepCard page={page} step={step} number={steps.indexOf(step) + 1} level={level} focused={focused} />
    </li>
  );
  return (
    <section className="stack">
      <h2>{t("outline.steps")}</h2>
      {isScripted && <p className="text-slate">{t("outline.dragHint")}</p>}
      <ol className="grid gap-3">
        {runsOf(steps).map(({ section, activities }) =>
          section === null ? (
            activities.map((step) => card(step, "h3"))
          ) : (
            <li key={`section-${section}`} className="stack border-s-4 border-line ps-3">
              <div className="stack" {...(isScripted && dragOf({ section }))}>
                <SectionHead page={page} section={section} focused={focused} />
              </div>
              <ol className="grid gap-3">{activities.map((step) => card(step, "h4"))}</ol>
            </li>
          ),
        )}
      </ol>
    </section>
  );
}

function useDrag({ steps }: OutlinePage) {
  const submit = useSubmit();
  return useDragOrder<Dragged>((dragged, target) => {
    const form = formOfDrop(steps, dragged, target);
    if (form) submit(form, { method: "post", replace: true, preventScrollReset: true });
  });
}

function SectionHead({
  page: { slug, steps, sectionTitles },
  section,
  focused,
}: {
  page: OutlinePage;
  section: string;
  focused: string | null;
}) {
  const t = useT();
  const title = sectionTitles[section] ?? section;
  return (
    <>
      <h3>{t("outline.sectionHeading", { title })}</h3>
      <MoveButtons
        fields={{ intent: "section", section }}
        buttons={sectionButtons(t, steps, section, title)}
        focused={focused}
      >
        <Link
          to={`/teach/${slug}/draft/sections/${encodeURIComponent(section)}`}
          aria-label={t("outline.sectionEditNamed", { title })}
          className="inline-flex min-h-11 items-center"
        >
          {t("outline.sectionEdit")}
        </Link>
      </MoveButtons>
    </>
  );
}

/** The button that moved it, or another of its own where that way is closed now. */
function focusedAfter({ steps, sectionTitles }: OutlinePage, { id, isSection, way }: Moved): string | null {
  const t = () => "";
  const step = steps.find((one) => one.id === id);
  if (isSection) return buttonLeft(sectionButtons(t, steps, id, ""), way);
  return step ? buttonLeft(stepButtons(t, steps, step, sectionTitles), way) : null;
}
