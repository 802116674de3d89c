/** The facts of the course's register that the tool rests on. */
export const noticeFacts = ["F22", "F23", "F28", "F29"];
