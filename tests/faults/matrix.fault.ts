import type { Actor } from "#app/identity/actor.ts";

import { faults } from "./faults.ts";
import { expect, test } from "./fixtures.ts";
import { packageSubject } from "./package-subject.ts";
import { quizSubject } from "./quiz-subject.ts";
import type { FaultySite } from "./site.ts";
import type { Subject } from "./subject.ts";

const subjects: Record<string, (site: FaultySite, learner: Actor) => Subject> = {
  "SCORM 1.2": (site, learner) => packageSubject(site, learner, "scorm12"),
  "SCORM 2004": (site, learner) => packageSubject(site, learner, "scorm2004"),
  H5P: (site, learner) => packageSubject(site, learner, "h5p"),
  "a test": (site, learner) => quizSubject(site, learner),
};

/**
 * The whole matrix takes ten minutes: `npm test` tries each fault with every second subject, the one half or
 * the other by the seed, and `npm run test:faults` with all.
 */
function isTried(fault: number, subject: number): boolean {
  return process.env.FAULT_MATRIX === "whole" || (fault + subject + Number(process.env.FAULT_SEED)) % 2 === 0;
}

for (const [row, [fault, suffer]] of Object.entries(faults).entries()) {
  for (const [column, [name, subjectOf]] of Object.entries(subjects).entries()) {
    if (!isTried(row, column)) continue;
    test(`${name} loses nothing to ${fault}`, async ({ site, context, page, learner }) => {
      const subject = subjectOf(site, learner);
      await subject.open(page);
      await subject.act();
      await subject.saved();
      await suffer({ site, context, page, learner, subject });

      await expect(async () => expect(subject.expected()).toContainEqual(await subject.stored())).toPass({
        timeout: 30_000,
      });
      await subject.open(await context.newPage());
      const stored = await subject.stored();
      expect(await subject.shown(stored)).toEqual(stored);
    });
  }
}
