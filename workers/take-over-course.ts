import { mkdir, rm } from "node:fs/promises";

import { longestTakeOver, maxTakeOverHeap } from "#app/authoring/foreign-course/foreign-limits.ts";
import { isTakeOverDue, refuseTooCostly } from "#app/authoring/foreign-course/foreign-upload.server.ts";
import { takeOverCourse } from "#app/authoring/jobs.ts";
import { removeUpload, workshopPath } from "#app/authoring/upload-files.server.ts";
import { lane } from "#app/platform/lane.ts";
import { programFile } from "#app/platform/program-file.ts";

import { runAlone } from "./alone.ts";
import { work } from "./work.ts";

const limits = { megabytes: maxTakeOverHeap, longest: longestTakeOver };

/** Each may take much memory. */
const oneAtATime = lane(1);

/**
 * Safe to retry: a state of an upload is left once, and a course is made once. Each has a process and a folder of its
 * own, which is emptied here, because a process that was killed leaves it as it is.
 */
export default work(takeOverCourse, async ({ uploadId }) => {
  const workshop = workshopPath(uploadId);
  await oneAtATime(async () => {
    if (!(await isTakeOverDue(uploadId))) return;
    await rm(workshop, { recursive: true, force: true });
    await mkdir(workshop, { recursive: true });
    try {
      const end = await runAlone(programFile("take-over-course"), [uploadId, workshop], limits);
      if (end === "done") return;
      await refuseTooCostly(uploadId);
      await removeUpload(uploadId);
    } finally {
      await rm(workshop, { recursive: true, force: true });
    }
  });
});
