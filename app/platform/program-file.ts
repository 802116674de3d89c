import { join } from "node:path";

/** What runs in processes of its own; `scripts/build-programs.ts` says what each is made of. */
export type ProgramName =
  "web" | "worker" | "check-package" | "take-over-course" | "make-pictures" | "read-questions";

/** Path of a built program, from the project's folder, in which every process of ours is started. */
export function programFile(name: ProgramName): string {
  return join(process.cwd(), "build/programs", `${name}.js`);
}
