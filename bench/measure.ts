import { closeQueues } from "#app/platform/queue.server.ts";
import { db } from "#app/platform/db.server.ts";
import { step } from "#scripts/steps.js";

import { type Assessment, measureAssessment } from "./assessment.ts";
import { assessmentParts } from "./assessment-parts.ts";
import { certificatesMade, timeCertificates } from "./certificates.ts";
import { examParts } from "./exam-parts.ts";
import { type Exams, measureExams } from "./exams.ts";
import { type Load, load } from "./load.ts";
import { demonstrationCookie, fillUpTo, lessonPath } from "./people.ts";
import { playerParts } from "./player-parts.ts";
import { measurePlayers, type Players } from "./players.ts";
import type { Site } from "./site.ts";
import { type Weight, weigh } from "./weight.ts";

const certificates = 60;

export type Measurements = {
  /** By name; the first is the hello-world page. */
  loads: Record<string, Load>;
  certificates: { count: number; perSecond: number };
  memoryMiB: { start: Record<string, number>; end: Record<string, number> };
  weights: { hello: Weight; lesson: Weight; lessonCyrillic: Weight };
  players: Players;
  assessment: Assessment;
  exams: Exams;
};

/** Everything, in an order in which nothing measured disturbs the next. */
export async function measure(site: Site, helloAddress: string): Promise<Measurements> {
  const loads: Record<string, Load> = {};
  const learner = await demonstrationCookie("learner");
  const administrator = await demonstrationCookie("administrator");
  const lesson = await lessonPath();
  await step("Certificates of the demonstration", certificatesMade);
  const start = site.memory();
  const time = (name: string, work: () => Promise<Load>) =>
    step(name, async () => {
      const result = (loads[name] = await work());
      return `${result.p50} ms`;
    });
  const get = (path: string, cookie = "language=en") =>
    load(site.address, [{ path, headers: { Cookie: cookie, "Accept-Encoding": "gzip" } }]);

  await time("Hello world", () =>
    load(helloAddress, [{ path: "/", headers: { "Accept-Encoding": "gzip" } }]),
  );
  await time("Sign-in page", () => get("/sign-in"));
  await time("Learner's dashboard", () => get("/learn", learner));
  await time("Course page", () => get("/learn/digital-safety", learner));
  await time("Lesson page", () => get(lesson, learner));
  await time("Overview, 140 learners", () => get("/admin", administrator));
  const players = await measurePlayers(site, playerParts, helloAddress);
  const exams = await measureExams(site, examParts);
  const rate = await step("Certificates", () => timeCertificates(certificates));
  await step("10,000 learners", () => fillUpTo(10_000));
  await time("Overview, 10,000 learners", () => get("/admin", administrator));
  const end = site.memory();
  const assessment = await measureAssessment(site, assessmentParts);
  const [helloWeight, lessonWeight, cyrillicWeight] = await step("Page weights", () =>
    weigh([
      { address: `${helloAddress}/` },
      { address: site.address + lesson, cookie: learner },
      { address: site.address + lesson, cookie: `${learner}; language=sr-Cyrl` },
    ]),
  );
  await closeQueues();
  await db.$disconnect();
  return {
    loads,
    certificates: rate,
    players,
    assessment,
    exams,
    memoryMiB: { start, end },
    weights: {
      hello: helloWeight as Weight,
      lesson: lessonWeight as Weight,
      lessonCyrillic: cyrillicWeight as Weight,
    },
  };
}
