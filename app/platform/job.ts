import type { z } from "zod";

/** The contract of a kind of background work. Its name is the queue's name and the worker file's name. */
export type JobDefinition<Payload> = { name: string; payload: z.ZodType<Payload> };

export function job<Payload>(name: string, payload: z.ZodType<Payload>): JobDefinition<Payload> {
  return { name, payload };
}
