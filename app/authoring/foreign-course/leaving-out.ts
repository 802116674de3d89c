import { LeftOutError } from "#app/assessment/exchange/left-out.ts";
import { PackageRefusedError } from "#app/library/package-refusal.ts";

import type { PartsLedger } from "./parts-ledger.ts";

/** Reads one part; what cannot be read is left out with its reason, and the others are read all the same. */
export async function leavingOut<Read>(
  ledger: PartsLedger,
  partId: string,
  read: () => Promise<Read[]>,
): Promise<Read[]> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof LeftOutError) ledger.leaveWith(partId, error.reason);
    else if (error instanceof PackageRefusedError) ledger.leaveWith(partId, error.refusal);
    // The tree is deeper than the stack.
    else if (error instanceof RangeError) ledger.leave(partId, "exchange.leftTooComplicated");
    else throw error;
    return [];
  }
}
