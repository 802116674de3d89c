import { createHash } from "node:crypto";

import { z } from "zod";

import { contentTypeOf } from "#app/library/content-types.ts";
import { question, questionText } from "#app/library/question-format.ts";
import { refuse } from "#app/library/package-refusal.ts";
import { bytesOf, type SourceFiles } from "#app/library/package-source.ts";

import { type ExchangeQuestion, type ReadQuestions, sentence } from "./exchange.ts";
import { maxQuestionFileBytes, maxQuestions } from "./exchange-limits.ts";
import { isMedium } from "./media-intake.ts";
import { parseModestJson } from "./modest-json.ts";

/** Our own form: everything of a bank's questions as JSON, their files beside it in a ZIP archive. */

export const ownFileName = "sigurna-questions.json";

const bank = z.strictObject({
  format: z.literal("sigurna-questions"),
  version: z.literal(1),
  categories: z.array(z.string()),
  questions: z
    .array(
      z.strictObject({
        category: z.string(),
        isRetired: z.boolean(),
        structure: z.unknown(),
        texts: z.record(z.string(), z.unknown()),
        media: z.array(z.strictObject({ name: z.string(), file: z.string() })),
      }),
    )
    .max(maxQuestions),
});

export const isOwnForm = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "format" in value && value.format === "sigurna-questions";

/** Reads `ownFileName` of an archive, or such a file by itself. */
export async function readOwnForm(files: SourceFiles): Promise<ReadQuestions> {
  const file = files.find(ownFileName) ?? refuse("exchange.refusedUnknown");
  if (file.bytes > maxQuestionFileBytes)
    refuse("exchange.refusedTooLarge", { limit: maxQuestionFileBytes / 1024 ** 2 });
  return ownQuestions(parseModestJson((await bytesOf(file)).toString("utf8"), ownFileName), files);
}

export function ownQuestions(value: unknown, files: SourceFiles | null): ReadQuestions {
  const parsed = bank.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse("exchange.refusedOwnForm", {
      part: issue?.path.join(".") ?? "",
      problem: issue?.message ?? "",
    });
  }
  const result: ReadQuestions = {
    format: "own",
    categories: parsed.data.categories,
    questions: [],
    leftOut: [],
    notes: [],
  };
  const keys = new Set<string>();
  for (const given of parsed.data.questions) {
    const structure = question.safeParse(given.structure);
    const texts = z.record(z.string(), questionText).safeParse(given.texts);
    const name = nameOf(given.structure);
    if (!structure.success || !texts.success) {
      const issue = (structure.error ?? texts.error)?.issues[0];
      const values = { part: issue?.path.join(".") ?? "", problem: issue?.message ?? "" };
      result.leftOut.push({ name, reason: sentence("exchange.leftInvalid", values) });
      continue;
    }
    if (keys.has(structure.data.id)) {
      result.leftOut.push({ name, reason: sentence("exchange.leftSameKey") });
      continue;
    }
    keys.add(structure.data.id);
    const media = given.media.flatMap(({ name: mediumName, file }) => {
      const found = files?.find(file);
      if (!found || !isMedium(mediumName)) return [];
      return [{ name: mediumName, contentType: contentTypeOf(mediumName), read: () => bytesOf(found) }];
    });
    const missing = given.media.filter((medium) => !media.some((one) => one.name === medium.name));
    result.questions.push({
      name,
      category: given.category,
      structure: structure.data,
      texts: texts.data,
      media,
      isRetired: given.isRetired,
      notes: missing.map((medium) => sentence("exchange.notePictureMissing", { name: medium.name })),
    });
  }
  return result;
}

function nameOf(structure: unknown): string {
  const id = typeof structure === "object" && structure !== null && "id" in structure ? structure.id : "";
  return typeof id === "string" && id !== "" ? id : "?";
}

/** Name and content of every file of the archive; a file that several questions have is there once. */
export async function ownFormFiles(
  categories: string[],
  questions: ExchangeQuestion[],
): Promise<{ path: string; bytes: Buffer }[]> {
  const files = new Map<string, Buffer>();
  const written: z.infer<typeof bank>["questions"] = [];
  for (const { category, isRetired, structure, texts, media } of questions) {
    const named: { name: string; file: string }[] = [];
    for (const { name, read } of media) {
      const bytes = await read();
      const ending = /\.[A-Za-z0-9]+$/.exec(name)?.[0] ?? "";
      const file = `media/${createHash("sha256").update(bytes).digest("hex")}${ending.toLowerCase()}`;
      files.set(file, bytes);
      named.push({ name, file });
    }
    written.push({ category, isRetired, structure, texts, media: named });
  }
  const content: z.infer<typeof bank> = {
    format: "sigurna-questions",
    version: 1,
    categories,
    questions: written,
  };
  return [
    { path: ownFileName, bytes: Buffer.from(JSON.stringify(content, null, 2)) },
    ...[...files].map(([path, bytes]) => ({ path, bytes })),
  ];
}
