import type { z } from "zod";

import { faultLine } from "#app/library/fault-line.server.ts";
import { withOverrides } from "#app/library/overrides.ts";
import { type translatedFile, withoutStatus } from "#app/library/translation-status.ts";
import { readYaml } from "#app/library/yaml-file.server.ts";
import { baseOf, type WrittenLanguage } from "#app/platform/languages.ts";

/** What a file says to learners: not how far its translation has come. */
export type Texts<Schema extends z.ZodType<object>> = Omit<
  z.infer<Schema>,
  keyof typeof translatedFile.shape
>;

/** A file of activities/<name>/. Throws what is wrong with it, by line. */
export function readActivityFile<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
  complete?: (raw: unknown) => unknown,
): z.infer<Schema> {
  const { value, faults } = readYaml(folder, file, schema, complete);
  if (value === null) throw new Error(faults.map((fault) => `${folder}/${faultLine(fault)}`).join("\n"));
  return value;
}

/**
 * The texts of a language, without how far they have come; where it says only what differs, with what it stands on.
 */
export function readTexts<Schema extends z.ZodType<object>>(
  folder: string,
  tag: WrittenLanguage,
  schema: Schema,
): Texts<Schema> {
  const base = baseOf(tag);
  const under = base ? readYaml(folder, `${base}.yaml`, schema).raw : undefined;
  return withoutStatus(readActivityFile(folder, `${tag}.yaml`, schema, (own) => withOverrides(under, own)));
}
