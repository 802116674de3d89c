/** In an order in which nothing disturbs the next: the import's peak is the worker's highest so far. */
export const playerParts = ["packageImport", "commits", "files", "launch"] as const;

export type PlayerPart = (typeof playerParts)[number];
