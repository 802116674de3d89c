/** Elements of ours beside the standards' own, set with kind "set". */
export const ownElements = {
  /** scorm-again's sequencing state of the whole package (activity ""). */
  sequencing: "sigurna.sequencing",
  /** Global objectives of SCORM 2004 as JSON (activity ""). */
  globalObjectives: "sigurna.globalObjectives",
  /** adl.data shared stores of SCORM 2004 as JSON (activity ""). */
  sharedData: "sigurna.sharedData",
  /** H5P: state of a (sub-)content, with its subContentId behind a slash: "h5p.state/0". */
  h5pState: "h5p.state",
  /** H5P: what a (sub-)content keeps beside its state, by subContentId and the name it gives: "h5p.data/0/name". */
  h5pData: "h5p.data",
  /** H5P: {score, maxScore, opened, finished} as JSON. */
  h5pFinished: "h5p.finished",
  /** H5P: the most points that the content says it can give; 0 when there is nothing to answer. */
  h5pMaxScore: "h5p.maxScore",
  /** H5P: subContentIds of the questions that the content says are in it, as JSON; "" for the content itself. */
  h5pQuestions: "h5p.questions",
  /** SCORM 2004 with sequencing: {completion, success, scaled} of the root as JSON (activity ""), see outcome.ts. */
  root: "sigurna.root",
  /** Written by the server: "launch number:seq" of the last record of that kind. */
  initialized: "sigurna.initialized",
  terminated: "sigurna.terminated",
  reset: "sigurna.reset",
} as const;

/** Values of one activity by element, as the server knows them at launch. */
export type ActivityValues = Record<string, string>;
