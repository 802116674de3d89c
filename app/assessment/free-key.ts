/** A key that is not taken: itself, or with a number behind it. */
export function freeKey(key: string, taken: ReadonlySet<string>): string {
  let free = key;
  for (let count = 2; taken.has(free); count += 1) free = `${key}-${count}`;
  return free;
}
