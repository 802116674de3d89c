import { openSigned, signed } from "#app/platform/secret.server.ts";
import { clock } from "#app/platform/clock.ts";

import type { AnswerMark } from "./answer-mark.ts";
import type { SignedTime } from "./answer-receipt.ts";

const secret = "answer-time";
const timeBytes = 8;

/** The server's time, for pages of one attempt. */
export async function signedTime(attemptId: string): Promise<SignedTime> {
  const at = clock.now().getTime();
  const statement = Buffer.alloc(timeBytes);
  statement.writeBigInt64BE(BigInt(at));
  return { token: await signed(secret, Buffer.concat([statement, Buffer.from(attemptId)])), at };
}

/**
 * When an answer was given: as long after the signed time as its page measured, but not in the future. Null when the
 * time is not one we gave to a page of this attempt.
 */
export async function givenAt(
  attemptId: string,
  mark: Pick<AnswerMark, "signedTime" | "elapsed">,
): Promise<Date | null> {
  const statement = await openSigned(secret, mark.signedTime);
  if (statement?.subarray(timeBytes).toString() !== attemptId) return null;
  const heard = Number(statement.readBigInt64BE());
  return new Date(Math.min(heard + mark.elapsed, clock.now().getTime()));
}
