import type { Page } from "@playwright/test";

import type { Actor } from "#app/identity/actor.ts";

import { expect } from "./fixtures.ts";
import type { FaultySite } from "./site.ts";
import type { State, Subject } from "./subject.ts";

/**
 * A question of a test. What the page has called saved, or what has reached the browser's disk, must be there; what is on
 * its way may be.
 */
export function quizSubject(site: FaultySite, learner: Actor): Subject {
  let page: Page;
  let step = 0;
  let lastSaved: string | null = null;
  let sinceSaved: string[] = [];
  let question = "";
  const field = () => page.getByRole("textbox");
  const status = () => page.getByRole("status");
  const unsaved = () => expect(status()).toHaveText(/^(Not saved yet|Saving)/);
  return {
    async open(opened) {
      page = opened;
      const { startedQuiz } = await import("./prepare.ts");
      const attempt = await startedQuiz(learner);
      question = attempt.questionId;
      await page.goto(`${site.appOrigin}${attempt.address}`);
      // Only what React has taken over is saved in the background.
      await page.waitForFunction(() => {
        const form = document.querySelector("form[data-autosave]");
        return form !== null && Object.keys(form).some((key) => key.startsWith("__reactProps"));
      });
      // What an earlier page has left is sent now.
      await page.waitForLoadState("networkidle");
    },
    async act() {
      step += 1;
      sinceSaved.push(String(step));
      await field().fill(String(step));
      await expect(status()).not.toHaveText(/^(|Saved\.)$/);
      return true;
    },
    async saved() {
      await expect(status()).toHaveText("Saved.", { timeout: 60_000 });
      lastSaved = sinceSaved.at(-1) ?? lastSaved;
      sinceSaved = [];
    },
    unsaved,
    full: unsaved,
    async onDisk() {
      await page.evaluate(diskReached);
      lastSaved = sinceSaved.at(-1) ?? lastSaved;
      sinceSaved = [];
    },
    expected: () =>
      [lastSaved, ...sinceSaved].map((answer): State => (answer === null ? {} : { [question]: answer })),
    async stored() {
      const { storedAnswers } = await import("./stored-state.ts");
      return storedAnswers(learner);
    },
    async shown() {
      const answer = await field().inputValue();
      return answer === "" ? {} : { [question]: answer };
    },
  };
}

/** Writes take turns: when one that begins now is done, those before are. */
function diskReached() {
  return new Promise<void>((done, fail) => {
    const opening = indexedDB.open("sigurna.answers");
    opening.onerror = () => fail(new Error("the browser keeps nothing"));
    opening.onsuccess = () => {
      const writing = opening.result.transaction("answers", "readwrite", { durability: "strict" });
      writing.objectStore("answers").delete("nothing");
      writing.oncomplete = () => {
        opening.result.close();
        done();
      };
    };
  });
}
