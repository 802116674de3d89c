/** A random identifier. Random and not time-ordered on purpose: an id must not tell when its row was written. */
export function newId(): string {
  return crypto.randomUUID();
}
