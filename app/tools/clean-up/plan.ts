import type { Answers } from "./answers.ts";
import { type Condition, type Phase, type Step, steps } from "./steps.ts";

const changing: readonly Phase[] = ["mail", "accounts", "shared", "after"];

/** Steps of these phases change something that the other person may notice, or follow a change. */
export function changesSomething({ phase }: { phase: Phase }): boolean {
  return changing.includes(phase);
}

/**
 * The steps for these answers, in order: safety, what is prepared and what is left alone, then the e-mail, then all
 * that recovers through it. Unless it is said to be safe now, nothing that changes anything.
 */
export function planOf(answers: Answers): Step[] {
  const isSafe = answers.now === "yes";
  const planned = steps.filter((step) => (isSafe || !changesSomething(step)) && isMet(step.when, answers));
  // What follows a change is no use where there was nothing to change.
  const hasChange = planned.some((step) => changesSomething(step) && step.phase !== "after");
  return planned.filter((step) => step.phase !== "after" || hasChange);
}

function isMet(condition: Condition | undefined, { things, passwords, device, now }: Answers): boolean {
  if (!condition) return true;
  const { things: any, reach, isNotNow, isWithoutEmail } = condition;
  if (any && !any.some((thing) => things.includes(thing))) return false;
  if (isNotNow && now === "yes") return false;
  if (isWithoutEmail && things.includes("email")) return false;
  const mayKnow = passwords !== "no";
  const mayHold = device !== "no";
  if (reach === "passwords") return mayKnow;
  if (reach === "device") return mayHold;
  return reach !== "either" || mayKnow || mayHold;
}
