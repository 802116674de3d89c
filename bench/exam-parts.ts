export const examParts = ["answers", "submissions", "examStart"] as const;

export type ExamPart = (typeof examParts)[number];
