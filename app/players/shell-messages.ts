/** What the learner's page and the player's shell (on the content origin) say to each other by postMessage. */

/** From the page to the shell. Every message carries `sigurna` as its name. */
export type ToShell =
  /** After "ready". `clearStorage`: another registration was played last in this browser; its leftovers go. */
  | { sigurna: "start"; clearStorage: boolean }
  /** Store everything, unload the package, answer "left". */
  | { sigurna: "leave" }
  /** Store everything now; no answer. Before the page goes away, and for "exit this page". */
  | { sigurna: "flush" }
  /** The launch was renewed after "expired": go on sending. */
  | { sigurna: "renewed" }
  /** Move the keyboard's focus into the package. */
  | { sigurna: "focus" };

/**
 * saved: all is on the server. saving: on its way. waiting: no connection, kept here. full: no room to keep more.
 * refused: kept here, but the server will not take it.
 */
export type SaveStatus = "saved" | "saving" | "waiting" | "full" | "refused";

/** From the shell to the page. */
export type FromShell =
  | { sigurna: "ready" }
  | { sigurna: "status"; status: SaveStatus; unsent: number }
  /** The server no longer takes records of this launch until it is renewed. */
  | { sigurna: "expired" }
  /** Continued in another window or device; this one has stopped. */
  | { sigurna: "superseded" }
  | { sigurna: "left" }
  /** Shift three times, or the shell's own exit. */
  | { sigurna: "exit" }
  /** Height of the content in CSS pixels, for packages that grow (H5P). */
  | { sigurna: "height"; pixels: number }
  /** The package says that it is over; the page may show the result. */
  | { sigurna: "ended" }
  /** The first call, or the content shown. */
  | { sigurna: "running" }
  /** Could not be shown; `reason` is a key of "player.problem_…" texts. */
  | { sigurna: "problem"; reason: "files" | "boot" | "content" };
