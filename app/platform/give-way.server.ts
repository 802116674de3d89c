import { setImmediate } from "node:timers/promises";

/** Between the parts of long work: lets what others ask of this process go first. */
export async function giveWay(): Promise<void> {
  await setImmediate();
}
