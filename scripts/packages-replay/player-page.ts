import type { Frame, Page } from "playwright";

import { activitiesOf } from "#app/library/package-activities.ts";
import type { PackageStructure } from "#app/library/package-structure.ts";

import { until } from "../packages-try/player-tab.ts";
import { shellFrame } from "../packages-try/touch.ts";
import { type Shown, shownIn } from "./blank-page.ts";

const openingLimit = 15_000;
const goingLimit = 4_000;
/** Time in which the player goes on by itself when a SCO has asked it to. */
const ownStepLimit = 1_000;

/** Moves in the open player as a learner does. */
export type PlayerPage = {
  /** The page of the activity, freshly shown; null when the player does not get there. */
  arrive(activity: string): Promise<Frame | null>;
  /** Goes to an activity from where the player is. */
  goTo(activity: string): Promise<boolean>;
  /** Ends the whole by the player's button. */
  end(): Promise<void>;
};

export function playerPage(page: Page, structure: PackageStructure): PlayerPage {
  const launches = launchesOf(structure);
  const seen = new Set<string>();
  let limit = openingLimit;

  async function fresh(patience: number): Promise<Shown | null> {
    let found: Shown | null = null;
    await until(patience, async () => {
      const shell = shellFrame(page);
      const shown = shell ? await shownIn(shell).catch(() => null) : null;
      found = shown && !seen.has(shown.visit) ? shown : null;
      return found !== null;
    });
    return found;
  }

  function isAt(shown: Shown | null, id: string): shown is Shown {
    if (!shown) return false;
    if (shown.activity !== null) return shown.activity === id;
    return launches.size === 1 || shown.address.endsWith(`/${launches.get(id) ?? ""}`);
  }

  async function goTo(id: string): Promise<boolean> {
    const shell = shellFrame(page);
    if (!shell) return false;
    const entry = shell.locator(`#side li button[data-activity=${JSON.stringify(id)}]`);
    for (let steps = 0; steps <= launches.size; steps += 1) {
      const before = await shownIn(shell).catch(() => null);
      if (before) seen.add(before.visit);
      const isPressed =
        (await press(entry)) ||
        (await press(named(shell, "Next"))) ||
        (await press(named(shell, "Previous")));
      if (!isPressed) return false;
      if (isAt(await fresh(goingLimit), id)) return true;
    }
    return false;
  }

  return {
    async arrive(id) {
      const first = await fresh(limit);
      limit = ownStepLimit;
      if (!isAt(first, id) && !(await goTo(id))) return null;
      const shown = await fresh(goingLimit);
      if (!shown) return null;
      seen.add(shown.visit);
      return shellFrame(page)?.childFrames()[0] ?? null;
    },
    goTo,
    async end() {
      const shell = shellFrame(page);
      if (shell) await press(named(shell, "End the unit"));
    },
  };
}

function named(shell: Frame, name: string) {
  return shell.locator("#side .steps").getByRole("button", { name, exact: true });
}

async function press(button: ReturnType<Frame["locator"]>): Promise<boolean> {
  const one = button.first();
  if (!(await one.isVisible().catch(() => false)) || !(await one.isEnabled().catch(() => false)))
    return false;
  return one.click({ timeout: goingLimit }).then(
    () => true,
    () => false,
  );
}

/** Address below the package's root of each activity that can be launched. */
function launchesOf(structure: PackageStructure): Map<string, string> {
  if (structure.standard === "h5p") return new Map();
  const nodes =
    structure.standard === "cmi5"
      ? structure.nodes.flatMap(activitiesOf).map(({ key, launch }) => [key, launch] as const)
      : activitiesOf(structure.root).map(({ id, launch }) => [id, launch] as const);
  return new Map(nodes.flatMap(([id, launch]) => (launch === null ? [] : [[id, launch]])));
}
