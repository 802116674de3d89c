/** The most that a setting of a quiz can sensibly be: a month in minutes. */
const most = 44_640;

/** A whole number from 1 that a source gives for a setting, in parts of `per`; nothing for what is none. */
export function givenNumber<Name extends string>(
  name: Name,
  given: string | null | undefined,
  per = 1,
): { [key in Name]?: number } {
  const value = Math.ceil(Number(given ?? 0) / per);
  return value >= 1 && value <= most ? ({ [name]: value } as { [key in Name]?: number }) : {};
}
