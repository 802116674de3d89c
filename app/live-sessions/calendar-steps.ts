import { type DateOfLearner, ownDates } from "./own-dates.ts";

/** A date and what a learner has been told of it. */
export type ToldDate = DateOfLearner & {
  version: number;
  isFull: boolean;
  /** The version that her calendar holds; null: none. */
  invitedVersion: number | null;
  /** We have written to her about it. */
  isTold: boolean;
};

type SessionMessage = "invited" | "moved" | "cancelled" | "released" | "announced";

export type CalendarStep = { dateId: string; message: SessionMessage };

/** Messages that change her calendar; the other one only says that there is a date to choose. */
export function changesCalendar(message: SessionMessage): boolean {
  return message !== "announced";
}

/** What a learner has to be told so that her calendar holds the dates that are hers, as they are now. What has begun is left alone. */
export function calendarSteps(
  dates: ToldDate[],
  learner: { now: Date; isUnderWay: boolean; isDone: boolean },
): CalendarStep[] {
  const own = new Set(learner.isDone ? [] : ownDates(dates, learner).map(({ id }) => id));
  const hasPlace = dates.some(({ id, isTaken }) => isTaken && own.has(id));
  const coming = dates.filter(({ startsAt }) => startsAt > learner.now);
  return coming.flatMap((date) => {
    const message = messageOf(date, own.has(date.id), learner.isUnderWay && !learner.isDone && !hasPlace);
    return message ? [{ dateId: date.id, message }] : [];
  });
}

function messageOf(date: ToldDate, isOwn: boolean, isChoosing: boolean): SessionMessage | null {
  const { invitedVersion, version, cancelledAt, isTaken, isTold, isFull } = date;
  if (isOwn && invitedVersion === null) return "invited";
  if (isOwn) return invitedVersion === version ? null : "moved";
  if (cancelledAt) return invitedVersion !== null || isTaken ? "cancelled" : null;
  if (invitedVersion !== null) return "released";
  return isChoosing && !isTold && !isFull ? "announced" : null;
}
