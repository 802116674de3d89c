import autocannon, { type Request } from "autocannon";

export type Load = { requestsPerSecond: number; p50: number; p95: number; requests: number };

const connections = 8;
export const settings = { connections, seconds: 4, warmUpSeconds: 1 };

/** Keeps eight connections busy; each sends the request of its number (or the only one) again and again. */
export async function load(address: string, requests: Request[], status = 200): Promise<Load> {
  await run(address, requests, settings.warmUpSeconds, status);
  return run(address, requests, settings.seconds, status);
}

async function run(address: string, requests: Request[], seconds: number, expected: number): Promise<Load> {
  const times: number[] = [];
  let refused = 0;
  let next = 0;
  const result = await new Promise<autocannon.Result>((done, fail) => {
    const instance = autocannon(
      {
        url: address,
        connections,
        duration: seconds,
        setupClient: (client) => client.setRequests([requests[next++ % requests.length] as Request]),
      },
      (error, finished) => (error ? fail(error as Error) : done(finished)),
    );
    instance.on("response", (_client, status, _bytes, time) => {
      times.push(time);
      if (status !== expected) refused += 1;
    });
  });
  if (refused > 0 || result.errors > 0) {
    throw new Error(
      `${requests[0]?.path}: ${refused} answers other than ${expected}, ${result.errors} failed connections`,
    );
  }
  return { ...percentiles(times), requestsPerSecond: round(times.length / result.duration) };
}

/** Exact percentiles of all response times, in milliseconds. */
export function percentiles(times: number[]): Omit<Load, "requestsPerSecond"> {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { p50: at(0.5), p95: at(0.95), requests: times.length };
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
