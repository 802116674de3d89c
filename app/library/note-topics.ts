/** What a note on a jurisdiction is about; lessons show the notes of one topic. */
export const noteTopics = ["law", "bodies", "cooperation", "data", "support"] as const;

export type NoteTopic = (typeof noteTopics)[number];
