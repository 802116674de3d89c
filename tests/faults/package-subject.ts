import type { Frame, Page } from "@playwright/test";

import type { Actor } from "#app/identity/actor.ts";

import { expect } from "./fixtures.ts";
import type { ProbeStandard } from "./probe-course.ts";
import { type H5pProbe, probeFrame, type ScormProbe } from "./probe-frame.ts";
import type { FaultySite } from "./site.ts";
import type { State, Subject } from "./subject.ts";

/** A package in the learner's own player. */
export function packageSubject(site: FaultySite, learner: Actor, standard: ProbeStandard): Subject {
  const kind = standard === "h5p" ? h5p : scorm(standard);
  const told: State = {};
  let perhaps: State = {};
  let page: Page;
  let frame: Frame;
  let step = 0;
  const status = () => page.getByRole("status").first();
  return {
    async open(opened) {
      page = opened;
      await page.goto(`${site.appOrigin}/learn/probe/packages/${standard}/player`);
      frame = await probeFrame(page);
    },
    async act() {
      step += 1;
      const { accepted, isWhole } = await kind.act(frame, step);
      const isFull = standard === "h5p" && (await status().textContent())?.startsWith("There is no room");
      if (isFull) perhaps = { ...perhaps, ...accepted };
      else Object.assign(told, accepted);
      return isWhole;
    },
    saved: () => expect(status()).toHaveText("Everything is saved.", { timeout: 60_000 }),
    unsaved: () => expect(status()).toHaveText(/^(Waiting for the connection|There is no room|Saving)/),
    expected: () => [told, { ...told, ...perhaps }],
    async stored() {
      const { storedState } = await import("./stored-state.ts");
      return storedState(learner, standard);
    },
    shown: () => kind.shown(frame, told),
  };
}

type Kind = {
  act(frame: Frame, step: number): Promise<{ accepted: State; isWhole: boolean }>;
  shown(frame: Frame, told: State): Promise<State>;
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
    async act(frame, step) {
      const wanted = scormValues[standard](step);
      const { accepted, isCommitted } = await frame.evaluate((values) => {
        const { probe } = window as unknown as { probe: ScormProbe };
        const kept = Object.entries(values).filter(([element, value]) => probe.set(element, value));
        return { accepted: Object.fromEntries(kept), isCommitted: probe.commit() };
      }, wanted);
      const isWhole = isCommitted && Object.keys(accepted).length === Object.keys(wanted).length;
      return { accepted, isWhole };
    },
    shown: (frame, told) =>
      frame.evaluate((elements) => {
        const { probe } = window as unknown as { probe: ScormProbe };
        return Object.fromEntries(elements.map((element) => [element, probe.get(element)]));
      }, Object.keys(told)),
  };
}

/** H5P is told nothing: a statement must be kept when it is made, unless the page says that there is no room. */
const h5p: Kind = {
  async act(frame, step) {
    await frame.evaluate((number) => {
      const { probe } = window as unknown as { probe: H5pProbe };
      probe.remember(`state ${number}`);
      probe.answer(`answer ${number}`);
    }, step);
    return { accepted: { [`answer ${step}`]: "once" }, isWhole: true };
  },
  shown: (_frame, told) => Promise.resolve(told),
};
