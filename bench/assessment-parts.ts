export const assessmentParts = ["statistics"] as const;

export type AssessmentPart = (typeof assessmentParts)[number];
