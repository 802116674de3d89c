export const clock = { now: () => new Date() };

export const seconds = (n: number) => n * 1000;
export const minutes = (n: number) => seconds(n * 60);
export const hours = (n: number) => minutes(n * 60);
export const days = (n: number) => hours(n * 24);

/** The moment `milliseconds` after `from`. */
export function after(milliseconds: number, from = clock.now()): Date {
  return new Date(from.getTime() + milliseconds);
}
