import type { Activity } from "#app/library/course-format.ts";
import type { I18n } from "#app/platform/i18n.tsx";

import { movedByLine, sectionBeside, sectionMoved } from "../outline-order.ts";

/** A button that moves something of an outline; `isOpen` unless there is no way there. */
export type WayButton = {
  id: string;
  way: "up" | "down" | "in" | "out";
  words: string;
  /** With what it moves. */
  label: string;
  isOpen: boolean;
};

type Step = Activity & { title: string };

/** What moves a step: up and down, and into the section beside it or out of its own. */
export function stepButtons(
  t: I18n["t"],
  steps: Step[],
  step: Step,
  sectionTitles: Record<string, string>,
): WayButton[] {
  const { id, title } = step;
  const beside = sectionBeside(steps, id);
  const section = beside === null ? "" : (sectionTitles[beside] ?? beside);
  const buttons: WayButton[] = [
    {
      id: `up-${id}`,
      way: "up",
      words: t("outline.up"),
      label: t("outline.upNamed", { title }),
      isOpen: movedByLine(steps, id, "up") !== steps,
    },
    {
      id: `down-${id}`,
      way: "down",
      words: t("outline.down"),
      label: t("outline.downNamed", { title }),
      isOpen: movedByLine(steps, id, "down") !== steps,
    },
  ];
  if (beside !== null) {
    const label = t("outline.inNamed", { section, title });
    buttons.push({ id: `in-${id}`, way: "in", words: t("outline.in"), label, isOpen: true });
  }
  if (step.section !== undefined) {
    const label = t("outline.outNamed", { title });
    buttons.push({ id: `out-${id}`, way: "out", words: t("outline.out"), label, isOpen: true });
  }
  return buttons;
}

export function sectionButtons(t: I18n["t"], steps: Step[], section: string, title: string): WayButton[] {
  return (["up", "down"] as const).map((way) => ({
    id: `${way}-section-${section}`,
    way,
    words: t(`outline.${way}`),
    label: t(way === "up" ? "outline.sectionUpNamed" : "outline.sectionDownNamed", { title }),
    isOpen: sectionMoved(steps, section, way) !== steps,
  }));
}

const opposite: Record<string, WayButton["way"]> = { up: "down", down: "up", in: "out", out: "in" };

/** The id of the button for a way, or where it is closed that of its opposite, or of any that is open. */
export function buttonLeft(buttons: WayButton[], way: string): string | null {
  const open = buttons.filter(({ isOpen }) => isOpen);
  const found =
    open.find((button) => button.way === way) ?? open.find(({ way: other }) => other === opposite[way]);
  return (found ?? open[0])?.id ?? null;
}
