import type { SaveStatus } from "#app/players/shell-messages.ts";

import type { PageLink } from "./page-link.ts";

/** Tells the page how saving goes, when it has changed. */
export function saveReporter(link: PageLink) {
  let last = "";
  return (status: SaveStatus, unsent: number) => {
    const now = `${status} ${unsent}`;
    if (now === last) return;
    last = now;
    link.tell({ sigurna: "status", status, unsent });
  };
}
