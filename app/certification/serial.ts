import { randomBytes } from "node:crypto";

// Without 0 O 1 I L U: a serial is read aloud and typed from paper.
const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A serial such as "SG-7KQ2-M9XT-4HCB": 58 random bits, so it can be neither guessed nor counted on from another. */
export function newSerial(): string {
  const drawn = [...randomBytes(64)].filter((byte) => byte < letters.length * 8).slice(0, 12);
  const text = drawn.map((byte) => letters[byte % letters.length]).join("");
  return `SG-${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8, 12)}`;
}

/** A serial as somebody typed it, in the form we keep. */
export function normaliseSerial(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replaceAll(/[\s_–]+/g, "-");
}
