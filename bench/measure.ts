import { closeQueues } from "#app/platform/queue.server.ts";
import { db } from "#app/platform/db.server.ts";
import { step } from "#scripts/steps.js";

import { type Assessment, measureAssessment } from "./assessment.ts";
import { assessmentParts } from "./assessment-parts.ts";
import { certificatesMade, timeCertificates } from "./certificates.ts";
import { examParts } from "./exam-parts.ts";
import { type Exams, measureExams } from "./exams.ts";
import { type Load, load, percentiles } from "./load.ts";
import { type Candidate, candidates, demonstrationCookie, fillUpTo, lessonPath } from "./people.ts";
import { playerParts } from "./player-parts.ts";
import { measurePlayers, type Players } from "./players.ts";
import type { Site } from "./site.ts";
import { type Weight, weigh } from "./weight.ts";

const submissions = 20;
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
  const sitters = await step("Learners before their final test", () => candidates(submissions));
  await time("Answering a question", () => answers(site, sitters));
  await time("Submitting a test", () => submits(site, sitters));
  await certificatesMade();
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

function writing({ address }: Site, { cookie }: Candidate) {
  return { Cookie: cookie, Origin: address, "Content-Type": "application/x-www-form-urlencoded" };
}

/** As the page saves in the background: every connection is another learner. */
async function answers(site: Site, sitters: Candidate[]): Promise<Load> {
  const requests = sitters.map((sitter) => ({
    method: "POST" as const,
    path: `${sitter.attempt}/questions/1/answer`,
    headers: writing(site, sitter),
    body: sitter.form,
  }));
  for (const { path, headers, body } of requests.slice(0, 1)) {
    const reply = await (await fetch(site.address + path, { method: "POST", headers, body })).text();
    if (!/"isSaved":true/.test(reply)) throw new Error(`An answer was not saved: ${reply.slice(0, 200)}`);
  }
  return load(site.address, requests);
}

/** One after the other, as each needs an attempt of its own. */
async function submits(site: Site, sitters: Candidate[]): Promise<Load> {
  const times: number[] = [];
  for (const sitter of sitters) {
    const start = performance.now();
    const response = await fetch(`${site.address}${sitter.attempt}/summary`, {
      method: "POST",
      headers: writing(site, sitter),
      redirect: "manual",
    });
    await response.arrayBuffer();
    times.push(performance.now() - start);
    if (!response.headers.get("Location")?.endsWith("/result")) throw new Error("A test was not submitted.");
  }
  return { requestsPerSecond: null, ...percentiles(times) };
}
