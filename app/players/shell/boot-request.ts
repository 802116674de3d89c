import type { Boot } from "#app/players/boot.ts";

import type { PageLink } from "./page-link.ts";
import { backoff, pause } from "./waiting.ts";

/** Gets what is needed to run the package; waits for the connection as long as it takes. Null when it is refused. */
export async function requestBoot(address: string, link: PageLink): Promise<Boot | null> {
  for (let failures = 0; ; failures += 1) {
    const { status, boot } = await request(address);
    if (boot) return boot;
    if (status === 401) {
      const renewed = link.hear("renewed");
      link.tell({ sigurna: "expired" });
      await renewed;
    } else if (status === 409) {
      link.tell({ sigurna: "superseded" });
      return null;
    } else if (status >= 400 && status < 500) {
      link.tell({ sigurna: "problem", reason: "boot" });
      return null;
    } else {
      link.tell({ sigurna: "status", status: "waiting", unsent: 0 });
      await pause(backoff(failures));
    }
  }
}

async function request(address: string): Promise<{ status: number; boot: Boot | null }> {
  try {
    const response = await fetch(address, { redirect: "error", credentials: "omit" });
    return { status: response.status, boot: response.ok ? ((await response.json()) as Boot) : null };
  } catch {
    return { status: 0, boot: null };
  }
}
