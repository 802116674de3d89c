import { z } from "zod";

const email = z.email();

/** An e-mail address as we keep it (trimmed, lower case), or null if it is none. "Name <address>" gives the address. */
export function normaliseEmail(text: string): string | null {
  const address = (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).trim().toLowerCase();
  return address.length <= 254 && email.safeParse(address).success ? address : null;
}
