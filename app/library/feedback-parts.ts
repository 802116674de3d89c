/** What may be shown after an answer: whether it was right, the right answer, the explanation, the sources. */
export const feedbackParts = ["verdict", "key", "why", "sources"] as const;

export type FeedbackPart = (typeof feedbackParts)[number];
