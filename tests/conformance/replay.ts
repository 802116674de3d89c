import type { Frame } from "@playwright/test";

import { activitiesOf } from "#app/library/package-activities.ts";
import type { ScormStructure } from "#app/library/package-structure.ts";

import type { ConformanceCase, Step, Visit } from "./case-language.ts";
import { deviation } from "./compare.ts";
import type { ScoWindow } from "./sco-page.ts";

export type CaseResult = { title: string; steps: number; passed: number; deviations: string[] };

/** Opens the package anew in the page's frame, as the learner's page would, and leaves it again. */
export type Player = {
  open: () => Promise<void>;
  leave: () => Promise<void>;
  shell: () => Promise<Frame>;
};

const patience = 4_000;

class Stuck extends Error {}

/** An activity of the package; `isOnlyOne` when no other has its address. */
type Place = { id: string; launch: string; isOnlyOne: boolean };

/** Plays a case through the real shell; every call is compared with what the case expects. */
export async function replay(
  player: Player,
  structure: ScormStructure,
  conformanceCase: ConformanceCase,
): Promise<CaseResult> {
  const result: CaseResult = { title: conformanceCase.title, steps: 0, passed: 0, deviations: [] };
  for (const visit of conformanceCase.visits) result.steps += visit.steps.length + visit.questions.length + 1;
  const seen: string[] = [];
  const check = (name: string, wrong: string | null) => {
    if (wrong === null) result.passed += 1;
    else result.deviations.push(`${name}: ${wrong}`);
  };
  try {
    await player.open();
    if (conformanceCase.start !== ".") await choose(await player.shell(), conformanceCase.start);
    for (const [index, visit] of conformanceCase.visits.entries()) {
      const sco = await arrival(player, activityOf(structure, visit.activity), seen).catch(
        (error: unknown) => {
          throw error instanceof Stuck ? new Stuck(`${visit.name} does not come; ${error.message}`) : error;
        },
      );
      const shell = await player.shell();
      for (const { question, isExpected } of visit.questions) {
        const isSo = await seesInPlayer(shell, structure, question);
        check(`${visit.name} ${question}`, isSo === isExpected ? null : isExpected ? "no" : "yes");
      }
      const steps = stepsOf(visit);
      const answers = await sco.evaluate((wanted) => (window as unknown as ScoWindow).callAll(wanted), steps);
      answers.forEach((answer, at) => {
        const step = steps[at];
        if (step) check(`${visit.name} ${step.source}`, deviation(step, answer));
      });
      if (steps.length === 0) check(visit.name, null);
      const next = conformanceCase.visits[index + 1];
      if (visit.learner) {
        await act(player, visit.learner, next ? activityOf(structure, next.activity) : null);
      }
    }
  } catch (error) {
    if (!(error instanceof Stuck)) throw error;
    result.deviations.push(error.message);
  }
  await player.leave();
  return result;
}

/** Every visit of a SCO ends with Terminate; an asset calls nothing. */
function stepsOf({ steps }: Visit): Step[] {
  if (steps.length === 0) return [];
  const end: Step = {
    kind: "call",
    source: "T->->t->0",
    call: {
      name: "Terminate",
      argument: "",
      value: "",
      expected: { kind: "exactly", text: "true" },
      error: "0",
    },
  };
  return [...steps, end];
}

function activityOf(structure: ScormStructure, activity: string): Place {
  const launchable = activitiesOf(structure.root).filter(({ launch }) => launch !== null);
  const named = launchable.find(({ launch }) => /[?&]act=([^&#]+)/.exec(launch ?? "")?.[1] === activity);
  const { id = "", launch = "" } = named ?? launchable[Number(activity) - 1] ?? {};
  return {
    id,
    launch: launch ?? "",
    isOnlyOne: launchable.filter((one) => one.launch === launch).length === 1,
  };
}

/** The window of the SCO, freshly loaded, when it is that activity's. */
async function arrival(player: Player, place: Place, seen: string[]): Promise<Frame> {
  const shell = await player.shell();
  try {
    const visit = await shell.waitForFunction(freshVisit, { ...place, seen }, { timeout: patience });
    seen.push(String(await visit.jsonValue()));
  } catch {
    throw new Stuck(`at ${(await shell.evaluate(shownActivity).catch(() => null)) ?? "nothing"}`);
  }
  const sco = shell.childFrames().find((frame) => frame.url().includes("/files/"));
  if (!sco) throw new Stuck("at nothing");
  return sco;
}

/** In the shell: the mark of the SCO's page when it is loaded, has not been seen and is that activity's. */
function freshVisit({ id, launch, isOnlyOne, seen }: Place & { seen: string[] }): string | false {
  const sco = document.querySelector("iframe")?.contentWindow as
    (Window & { visit?: string }) | null | undefined;
  if (sco?.document.readyState !== "complete" || !sco.visit || seen.includes(sco.visit)) return false;
  // The table of contents leaves hidden activities out.
  const side = document.querySelector<HTMLElement>("#side");
  const shown = side?.querySelector<HTMLElement>("[aria-current]")?.dataset.activity;
  const isThere = isOnlyOne ? decodeURI(sco.location.href).endsWith(`/${launch}`) : shown === id;
  return isThere || side?.hidden ? sco.visit : false;
}

function shownActivity(): string | null {
  return document.querySelector<HTMLElement>("#side [aria-current]")?.dataset.activity ?? null;
}

/** An answer to a question of the case about what the learner can do. */
async function seesInPlayer(shell: Frame, { root }: ScormStructure, question: string): Promise<boolean> {
  const [what = "", title = ""] = question.split("@");
  if (what === "continue.enabled") return isUsable(shell, "Next");
  if (what === "continue.disabled") return !(await isUsable(shell, "Next"));
  if (what === "previous.enabled") return isUsable(shell, "Previous");
  if (what === "previous.disabled") return !(await isUsable(shell, "Previous"));
  const entries = shell.locator("#side li button");
  if (what === "toc.enabled") return (await entries.and(shell.locator(":enabled")).count()) > 0;
  const entry = /^the activity that corresponds to the root/.test(title)
    ? shell.locator(`#side li button[data-activity="${root.id}"]`)
    : entries.filter({ hasText: new RegExp(`^${title}(?! ?\\d)`) }).first();
  if (!(await entry.isVisible())) return false;
  return what === "toc.visible" ? true : entry.isEnabled();
}

async function isUsable(shell: Frame, name: string): Promise<boolean> {
  const button = shell.getByRole("button", { name, exact: true });
  return (await button.isVisible()) && (await button.isEnabled());
}

async function choose(shell: Frame, title: string) {
  await press(shell.locator("#side li button").filter({ hasText: new RegExp(`^${title}(?! ?\\d)`) }));
}

async function press(button: ReturnType<Frame["locator"]>) {
  try {
    await button.first().click({ timeout: patience });
  } catch {
    throw new Stuck(`${String(button)} cannot be pressed`);
  }
}

/**
 * What the case asks of the learner. A word that only one case knows means: go to what comes next, from the table of
 * contents.
 */
async function act(player: Player, wish: string, next: Place | null) {
  const [what = "", title = ""] = wish.split("~");
  const shell = await player.shell();
  const button = (name: string) => shell.getByRole("button", { name, exact: true });
  const isLeaving = /relaunch|DMBx|^Suspend|^Exit|^ContinueExit|^ChoiceExit/i.test(what);
  if (/^Continue/.test(what)) await press(button("Next"));
  else if (what === "Previous") await press(button("Previous"));
  else if (/^Choice/.test(what)) await choose(shell, title);
  else if (/^(AutoTest|HasEnded)$/.test(what)) await ended(shell);
  else if (!isLeaving && next) await chooseActivity(shell, next);
  if (!isLeaving || !next) return;
  await player.leave();
  await player.open();
  if (/Act$/.test(what)) await chooseActivity(await player.shell(), next);
}

async function chooseActivity(shell: Frame, { id }: Place) {
  await press(shell.locator(`#side li button[data-activity="${id}"]`));
}

async function ended(shell: Frame) {
  try {
    await shell.locator("#side .message:not([hidden])").waitFor({ timeout: patience });
  } catch {
    throw new Stuck("the session does not end");
  }
}
