import { diffArrays } from "diff";

/**
 * Two texts that were both made of `base`, brought together by lines: what only one has changed is as she has it, what
 * both have changed stands there twice, mine first.
 */
export function merged(base: string, mine: string, theirs: string): string {
  const [from, one, other] = [base, mine, theirs].map((text) => text.split("\n")) as [
    string[],
    string[],
    string[],
  ];
  const [inOne, inOther] = [placesOf(from, one), placesOf(from, other)];
  const lines: string[] = [];
  let [at, a, b] = [0, 0, 0];
  for (let next = 0; next <= from.length; next++) {
    const [toA, toB] = next < from.length ? [inOne.get(next), inOther.get(next)] : [one.length, other.length];
    if (toA === undefined || toB === undefined) continue;
    lines.push(...resolved(from.slice(at, next), one.slice(a, toA), other.slice(b, toB)));
    if (next < from.length) lines.push(from[next] as string);
    [at, a, b] = [next + 1, toA + 1, toB + 1];
  }
  return lines.join("\n");
}

/** For each line that stayed, where it stands now. */
function placesOf(before: string[], after: string[]): Map<number, number> {
  const places = new Map<number, number>();
  let [from, to] = [0, 0];
  for (const { value, added, removed } of diffArrays(before, after)) {
    if (added) to += value.length;
    else if (removed) from += value.length;
    else for (const _line of value) places.set(from++, to++);
  }
  return places;
}

function resolved(base: string[], mine: string[], theirs: string[]): string[] {
  const isSame = (one: string[], other: string[]) =>
    one.join("\n") === other.join("\n") && one.length === other.length;
  if (isSame(mine, base) || isSame(mine, theirs)) return theirs;
  return isSame(theirs, base) ? mine : [...mine, ...theirs];
}
