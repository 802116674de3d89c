import { expect, test } from "vitest";

import { completeRun } from "#app/certification/learner-steps.server.ts";
import { db } from "#app/platform/db.server.ts";
import { learnerWithPackage, opened, scorm12Files } from "#tests/builders/runs.ts";

test(
  "a player that is opened again at the moment in which the course is completed opens, and the course is complete",
  { timeout: 120_000 },
  async () => {
    for (let round = 0; round < 20; round += 1) {
      const learner = await learnerWithPackage(scorm12Files());
      const first = await opened(learner);
      const { attemptId } = await db.runLaunch.findUniqueOrThrow({ where: { id: first.launchId } });

      await Promise.all([completeRun(attemptId), opened(learner), opened(learner)]);

      const enrolment = await db.enrolment.findFirstOrThrow({ where: { userId: learner.actor.id } });
      expect(enrolment.completedAt).not.toBeNull();
    }
  },
);
