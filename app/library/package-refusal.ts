import type { MessageKey, MessageValues } from "#app/platform/i18n.tsx";

/** Why a package is not taken, as a translated sentence. */
export type PackageRefusal = { key: MessageKey; values: MessageValues };

/** Thrown while a package is read; `checkPackage` turns it into a value. */
export class PackageRefusedError extends Error {
  readonly refusal: PackageRefusal;

  constructor(refusal: PackageRefusal) {
    super(refusal.key);
    this.refusal = refusal;
  }
}

export function refuse(key: MessageKey, values: MessageValues = {}): never {
  throw new PackageRefusedError({ key, values });
}

const namesInASentence = 5;

/**
 * Some names for a sentence, and how many more there are: values `names` and `more`. Without what the database cannot
 * hold in a text: the names are as packages give them.
 */
export function someOf(names: string[]): { names: string; more: number } {
  return {
    names: names
      .slice(0, namesInASentence)
      .map((name) => name.replace(/[\p{Cc}\p{Cs}]/gu, ""))
      .join(", "),
    more: Math.max(0, names.length - namesInASentence),
  };
}
