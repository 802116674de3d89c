const first = 500;
const longest = 30_000;

/** Milliseconds before the next try after so many failures: twice as long each time, spread so that not all come at once. */
export function backoff(failures: number): number {
  return Math.min(longest, first * 2 ** Math.min(failures, 10)) * (0.5 + Math.random() / 2);
}

/** Resolves after that time, or as soon as the browser says that it is online again. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener("online", end);
      done();
    };
    const timer = setTimeout(end, milliseconds);
    addEventListener("online", end);
  });
}
