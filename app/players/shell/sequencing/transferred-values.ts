/** What scorm-again hands from the run-time data model to sequencing when an attempt ends. */
export type TransferredValues = TransferredObjective & {
  objectives: (TransferredObjective & { id: string })[];
};

type TransferredObjective = {
  completion_status: string;
  completion_status_was_set: boolean;
  progress_measure: string;
};

type Primary = {
  id: string;
  /** adlcp:completionThreshold; null when the activity is not completed by measure. */
  completionThreshold: number | null;
};

/**
 * A SCO speaks of its primary objective twice: as cmi.completion_status and cmi.progress_measure, and in cmi.objectives
 * (SCORM 2004 RTE 4.2.17). scorm-again lets the second win and forgets it for the completion threshold; here the first
 * wins when the SCO has set it, and the second stands in when it has not.
 */
export function withPrimaryObjective(values: TransferredValues, primary: Primary | null): TransferredValues {
  const objective = values.objectives.find(({ id }) => id === primary?.id);
  if (!primary || !objective) return values;
  const isOwn = values.completion_status_was_set || !objective.completion_status_was_set;
  const progress_measure = values.progress_measure || objective.progress_measure;
  const shared = {
    progress_measure,
    completion_status:
      primary.completionThreshold === null
        ? (isOwn ? values : objective).completion_status
        : statusByMeasure(progress_measure, primary.completionThreshold),
    completion_status_was_set: values.completion_status_was_set || objective.completion_status_was_set,
  };
  const isDecided = shared.completion_status_was_set || primary.completionThreshold !== null;
  const merged = { ...objective, ...(isDecided ? { ...shared, completion_status_was_set: true } : {}) };
  return {
    ...values,
    ...shared,
    objectives: values.objectives.map((one) => (one === objective ? { ...merged, progress_measure } : one)),
  };
}

function statusByMeasure(measure: string, threshold: number): string {
  if (measure === "") return "unknown";
  return Number(measure) >= threshold ? "completed" : "incomplete";
}
