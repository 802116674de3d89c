/** Versions of courses as people read them: three numbers. */

/** 1.0.0 → 1.0.1 */
export function nextLabel(version: string): string {
  const [major, minor, patch] = numbersOf(version);
  return `${major}.${minor}.${patch + 1}`;
}

/** 1.10.0 is later than 1.9.3. */
export function isLaterLabel(version: string, than: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(than)];
  const index = a.findIndex((number, place) => number !== b[place]);
  return index >= 0 && (a[index] as number) > (b[index] as number);
}

function numbersOf(version: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  return [major, minor, patch];
}
