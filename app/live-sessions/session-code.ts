import { minutes } from "#app/platform/clock.ts";

/** The code of a date can be typed from 15 minutes before it begins until an hour after it ends. */
const opensBefore = minutes(15);
const closesAfter = minutes(60);

type TimedDate = { startsAt: Date; endsAt: Date; cancelledAt: Date | null };

/** From when to when the code of a date is taken. */
export function codeTimes({ startsAt, endsAt }: Pick<TimedDate, "startsAt" | "endsAt">) {
  return {
    opensAt: new Date(startsAt.getTime() - opensBefore),
    closesAt: new Date(endsAt.getTime() + closesAfter),
  };
}

export function isCodeOpen(date: TimedDate, now: Date): boolean {
  const { opensAt, closesAt } = codeTimes(date);
  return !date.cancelledAt && opensAt <= now && now < closesAt;
}

/** What was typed without spaces and dashes; a code is six digits, which every keyboard has. */
export function digitsOf(typed: string): string {
  return typed.replace(/\D/g, "");
}

/** 123 456 */
export function shownCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
