export const queueFilters = ["all", "mine", "double", "reconcile"] as const;
export type QueueFilter = (typeof queueFilters)[number];

/** What a grader looks at: one kind of waiting answers, of one quiz or (null) of all. */
export type QueueView = { filter: QueueFilter; quizId: string | null };

/** Reads `show` and `quiz` of an address. */
export function queueViewOf(search: URLSearchParams): QueueView {
  return {
    filter: queueFilters.find((filter) => filter === search.get("show")) ?? "all",
    quizId: search.get("quiz") || null,
  };
}

/** The opposite of `queueViewOf`, with what else the address says. */
export function queueSearch({ filter, quizId }: QueueView, also: Record<string, string> = {}): string {
  return new URLSearchParams({
    ...(filter === "all" ? {} : { show: filter }),
    ...(quizId ? { quiz: quizId } : {}),
    ...also,
  }).toString();
}
