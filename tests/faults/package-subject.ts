import type { Frame, Page } from "@playwright/test";

import type { Actor } from "#app/identity/actor.ts";

import { expect } from "./fixtures.ts";
import type { ProbeStandard } from "./probe-course.ts";
import { type H5pProbe, logEmpty, probeFrame, recordsOnDisk, type ScormProbe } from "./probe-frame.ts";
import type { FaultySite } from "./site.ts";
import type { State, Subject } from "./subject.ts";

/** A package in the learner's own player. */
export function packageSubject(site: FaultySite, learner: Actor, standard: ProbeStandard): Subject {
  const kind = standard === "h5p" ? h5p : scorm(standard);
  const told: State = {};
  /** Not promised: it may be stored all the same. */
  let perhaps: State = {};
  let page: Page;
  let frame: Frame;
  let step = 0;
  const status = () => page.getByRole("status").first();
  const promised = () => {
    if (kind.isToldNothing) Object.assign(told, perhaps);
    if (kind.isToldNothing) perhaps = {};
  };
  return {
    async open(opened) {
      page = opened;
      await page.goto(`${site.appOrigin}/learn/probe/packages/${standard}/player`);
      frame = await probeFrame(page);
    },
    async act() {
      step += 1;
      const { accepted, others, isWhole } = await kind.act(frame, step);
      Object.assign(told, accepted);
      perhaps = { ...without(perhaps, accepted), ...others };
      return isWhole;
    },
    async saved() {
      // The page is silent about what is saved within a second.
      await logEmpty(frame);
      await expect(status()).toHaveText("Everything is saved.", { timeout: 60_000 });
      promised();
    },
    async unsaved() {
      await expect(status()).toHaveText(/^(Waiting for the connection|Saving)/, { timeout: 40_000 });
      promised();
    },
    full: () => expect(status()).toHaveText(/^There is no room/),
    onDisk: () => recordsOnDisk(frame),
    expected: () => withAnyOf(told, perhaps),
    async stored() {
      const { storedState } = await import("./stored-state.ts");
      return storedState(learner, standard);
    },
    shown: (stored) => kind.shown(frame, stored),
  };
}

function without(state: State, others: State): State {
  return Object.fromEntries(Object.entries(state).filter(([name]) => !(name in others)));
}

/** Every state with all of the one and any of the other. */
function withAnyOf(all: State, any: State): State[] {
  return Object.entries(any).reduce(
    (states, [name, value]) => states.flatMap((state) => [state, { ...state, [name]: value }]),
    [{ ...all }],
  );
}

type Kind = {
  /** Only what the page says counts as promised. */
  isToldNothing: boolean;
  act(frame: Frame, step: number): Promise<{ accepted: State; others: State; isWhole: boolean }>;
  /** See `Subject`. */
  shown(frame: Frame, stored: State): Promise<State>;
};

/** The longest state that fits into no beacon together with another. */
const longState = "x".repeat(40_000);

const scormValues = {
  scorm12: (step: number): State => ({
    "cmi.core.lesson_location": `place ${step}`,
    "cmi.suspend_data": `state ${step} ${longState}`,
    "cmi.core.score.raw": String(step),
    "cmi.core.lesson_status": "incomplete",
    [`cmi.objectives.${step - 1}.id`]: `objective-${step}`,
  }),
  scorm2004: (step: number): State => ({
    "cmi.location": `place ${step}`,
    "cmi.suspend_data": `state ${step} ${longState}`,
    "cmi.score.scaled": String(step / 100),
    "cmi.completion_status": "incomplete",
    [`cmi.objectives.${step - 1}.id`]: `objective-${step}`,
  }),
};

function scorm(standard: "scorm12" | "scorm2004"): Kind {
  return {
    isToldNothing: false,
    async act(frame, step) {
      const wanted = scormValues[standard](step);
      const { accepted, isCommitted } = await frame.evaluate((values) => {
        const { probe } = window as unknown as { probe: ScormProbe };
        const kept = Object.entries(values).filter(([element, value]) => probe.set(element, value));
        return { accepted: Object.fromEntries(kept), isCommitted: probe.commit() };
      }, wanted);
      const others = without(wanted, accepted);
      return { accepted, others, isWhole: isCommitted && Object.keys(others).length === 0 };
    },
    shown: (frame, stored) =>
      frame.evaluate((elements) => {
        const { probe } = window as unknown as { probe: ScormProbe };
        return Object.fromEntries(elements.map((element) => [element, probe.get(element)]));
      }, Object.keys(stored)),
  };
}

/** H5P is told nothing: what it gives must be kept as soon as the page says so. */
const h5p: Kind = {
  isToldNothing: true,
  async act(frame, step) {
    await frame.evaluate(async (number) => {
      const { probe } = window as unknown as { probe: H5pProbe };
      probe.remember(`state ${number}`);
      probe.answer(`answer ${number}`);
      // The player looks at the state when the call is over.
      await new Promise((done) => window.parent.setTimeout(done));
    }, step);
    return {
      accepted: {},
      others: { state: `state ${step}`, [`answer ${step}`]: "once" },
      isWhole: true,
    };
  },
  async shown(frame, stored) {
    const { value } = await frame.evaluate(() => (window as unknown as { probe: H5pProbe }).probe.read());
    // Statements are seen in the results only.
    return value === undefined ? without(stored, { state: "" }) : { ...stored, state: value };
  },
};
