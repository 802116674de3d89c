/** Something wrong in a course folder: where, what, and what to do about it. English: authors' tools, not pages. */
export type Fault = { file: string; line: number; problem: string; remedy: string };

/** "lessons/x/en.md:12  problem. remedy" */
export function faultLine({ file, line, problem, remedy }: Fault): string {
  return `${file}:${line}  ${problem} ${remedy}`;
}
