/** A date of a live session as it concerns one learner. */
export type DateOfLearner = {
  id: string;
  startsAt: Date;
  places: number | null;
  cancelledAt: Date | null;
  /** She has taken a place at it. */
  isTaken: boolean;
};

/**
 * The dates of one live session, still to come, that belong into a learner's calendar: the one that she has taken a place
 * at; without such a one and while she is under way, every date that has room for all.
 */
export function ownDates<Date extends DateOfLearner>(
  dates: Date[],
  { now, isUnderWay }: { now: globalThis.Date; isUnderWay: boolean },
): Date[] {
  const coming = dates.filter(({ startsAt, cancelledAt }) => !cancelledAt && startsAt > now);
  const taken = coming.filter(({ isTaken }) => isTaken);
  if (taken.length > 0 || !isUnderWay) return taken;
  return coming.filter(({ places }) => places === null);
}
