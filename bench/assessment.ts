import { step } from "#scripts/steps.js";

import { type AssessmentPart, assessmentParts } from "./assessment-parts.ts";
import { measureStatistics, type StatisticsTime } from "./quiz-statistics.ts";
import type { Site } from "./site.ts";

/** Tests: what it costs to say how good their questions are. */
export type Assessment = { statistics: StatisticsTime };

export async function measureAssessment<Part extends AssessmentPart>(
  site: Site,
  parts: readonly Part[],
): Promise<Pick<Assessment, Part>> {
  const work = {
    statistics: () => step("Statistics of 10,000 attempts", () => measureStatistics(site)),
  };
  const measured: Partial<Assessment> = {};
  for (const part of assessmentParts) {
    if ((parts as readonly AssessmentPart[]).includes(part)) {
      Object.assign(measured, { [part]: await work[part]() });
    }
  }
  return measured as Pick<Assessment, Part>;
}
