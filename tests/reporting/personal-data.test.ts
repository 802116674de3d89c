import { expect, test } from "vitest";

import { recordRun } from "#app/certification/learner-steps.server.ts";
import { putDocument } from "#app/players/xapi-documents.server.ts";
import { db } from "#app/platform/db.server.ts";
import { personalData } from "#app/reporting/personal-data.server.ts";
import { learnerWithPackage, opened, recordsOf, scorm12Files, setting } from "#tests/builders/runs.ts";

test("what a package stored of somebody is in her data, whatever kind it is of, and nobody else's", async () => {
  const ana = await learnerWithPackage(scorm12Files());
  const mira = await learnerWithPackage(scorm12Files());
  for (const [learner, place] of [
    [ana, "page 7"],
    [mira, "page 8"],
  ] as const) {
    const { launchId, token } = await opened(learner);
    await recordRun(
      token,
      JSON.stringify({ records: recordsOf([setting("cmi.core.lesson_location", place)]) }),
    );
    const { attemptId } = await db.runLaunch.findUniqueOrThrow({ where: { id: launchId } });
    const document = { contentType: "text/plain", bytes: new TextEncoder().encode(`note on ${place}`) };
    const state = {
      registrationId: attemptId,
      kind: "state" as const,
      activityIri: "https://example.org/unit",
    };
    await putDocument(state, "note", document, { ifMatch: null, ifNoneMatch: null });
  }
  const data = JSON.parse(JSON.stringify(await personalData(ana.actor))) as Awaited<
    ReturnType<typeof personalData>
  >;
  const [attempt] = data.enrolments[0]?.runAttempts ?? [];
  expect(attempt?.values).toEqual([{ activity: "s1", element: "cmi.core.lesson_location", value: "page 7" }]);
  expect(Buffer.from(attempt?.documents[0]?.base64 ?? "", "base64").toString()).toBe("note on page 7");
  expect(JSON.stringify(data)).not.toContain("page 8");
});
