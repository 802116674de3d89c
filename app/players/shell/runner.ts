import type { Boot } from "#app/players/boot.ts";
import type { FromShell } from "#app/players/shell-messages.ts";

import type { PackageFrame } from "./package-frame.ts";
import type { WriteAheadLog } from "./write-ahead-log.ts";

/** What plays packages of one standard. */
export type Runner = {
  start(): Promise<void>;
  /** Ends the package's session: its handlers for leaving have run, its last values are in the log. */
  leave(): Promise<void>;
  /** Moves the keyboard's focus into the package, where that is not the stage's frame. */
  focus?(): void;
};

/** What a runner works with. */
export type Stage = {
  boot: Boot;
  log: WriteAheadLog;
  frame: PackageFrame;
  /** Beside the frame, for a table of contents and buttons; empty and hidden until something is put in. */
  side: HTMLElement;
  tell: (message: FromShell) => void;
  /** A text of the shell in the learner's language. */
  text: (key: string) => string;
};

/** Address of an activity of the package. */
export function addressIn({ filesBase }: Boot, launch: string): string {
  return new URL(launch, new URL(filesBase, location.href)).href;
}
