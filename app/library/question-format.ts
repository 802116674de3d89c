import { z } from "zod";

import { sourceDocument } from "./source-document.ts";

/**
 * Schemas of a question: its structure and key once, its text once per language. A question of a course folder, of a
 * bank and of an attempt has the same shape. The text never holds a key, so a page may be given any part of it that the
 * learner is to see.
 */

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case letters, digits and hyphens");
/** The name of a question inside its bank, and of a fact. */
export const id = z.string().regex(/^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$/, "use letters, digits and hyphens");

export const difficulties = ["easy", "medium", "hard"] as const;

const questionCommon = {
  id,
  /** Activity id of the lesson it belongs to; a shared bank has none. */
  lesson: slug.optional(),
  points: z.number().positive().default(1),
  /** A safety gatekeeper: must be right to pass. */
  critical: z.boolean().default(false),
  /** Depends on a fact that can change: to be verified before each run. */
  recheck: z.boolean().default(false),
  facts: z.array(id).default([]),
  /** Documents that are not among the facts of a course. */
  sources: z.array(sourceDocument).default([]),
  tags: z.array(slug).default([]),
  difficulty: z.enum(difficulties).optional(),
};

/** Id of a part: an option, a gap, a step, a region, a criterion. */
const part = z.string().regex(/^[a-z0-9]+$/, "use lower-case letters and digits");
const parts = z.array(part).min(2);
const percent = z.number().positive().max(100);

/** What a typed answer is compared without: capital letters, diacritics (č = c), the script (Cyrillic = Latin). */
export const folding = z.strictObject({
  case: z.boolean().default(true),
  diacritics: z.boolean().default(true),
  script: z.boolean().default(true),
});
const defaultFolding = { case: true, diacritics: true, script: true };

/** Typed answers that count, in any language; `percent` of the points. With `wildcards`, * stands for any characters. */
const typedKey = {
  accepted: z.array(z.strictObject({ text: z.string().min(1), percent: percent.default(100) })).min(1),
  fold: folding.default(defaultFolding),
  wildcards: z.boolean().default(false),
};

/** `tolerance`: in the answer's unit, or, when relative, a part of the answer (0.05 is 5 %). Bounds are included. */
const numberKey = {
  answer: z.number(),
  tolerance: z.number().nonnegative().default(0),
  toleranceKind: z.enum(["absolute", "relative"]).default("absolute"),
};

/** Parts of an image: in percent of its width and height, so that it can be shown in any size. */
export const region = z.discriminatedUnion("shape", [
  z.strictObject({
    id: part,
    shape: z.literal("rect"),
    /** left, top, width, height */
    at: z.tuple([z.number(), z.number(), z.number().positive(), z.number().positive()]),
    right: z.boolean().default(false),
  }),
  z.strictObject({
    id: part,
    shape: z.literal("circle"),
    /** centre x, centre y, radius (percent of the width) */
    at: z.tuple([z.number(), z.number(), z.number().positive()]),
    right: z.boolean().default(false),
  }),
  z.strictObject({
    id: part,
    shape: z.literal("polygon"),
    /** x, y of each corner */
    at: z.array(z.tuple([z.number(), z.number()])).min(3),
    right: z.boolean().default(false),
  }),
]);

/** What a person grades by: criteria, each with the points of its levels, the lowest (usually 0) first. */
const rubric = z.array(z.strictObject({ id: part, levels: z.array(z.number().nonnegative()).min(2) })).min(1);

/** Name of a file of the question: in a course folder its path inside media/. */
const mediaName = z.string().min(1);

export const question = z.discriminatedUnion("type", [
  z.strictObject({
    ...questionCommon,
    type: z.literal("single"),
    options: parts,
    answer: part,
    /** Other options that are worth a part of the points, in percent. */
    partial: z.record(part, percent).default({}),
  }),
  z.strictObject({
    ...questionCommon,
    type: z.literal("scenario"),
    options: parts,
    answer: part,
    partial: z.record(part, percent).default({}),
  }),
  z.strictObject({
    ...questionCommon,
    type: z.literal("multiple"),
    options: parts,
    answer: z.array(part).min(1),
    /** partial: share of the right options chosen less share of the wrong ones chosen, never below 0. */
    scoring: z.enum(["all", "partial"]).default("all"),
  }),
  z.strictObject({ ...questionCommon, type: z.literal("truefalse"), answer: z.boolean() }),
  /** `options` are listed in the right order. pairs: the share of neighbours that follow each other rightly. */
  z.strictObject({
    ...questionCommon,
    type: z.literal("order"),
    options: parts,
    scoring: z.enum(["exact", "pairs"]).default("exact"),
  }),
  /** Left part px belongs to right part px; `distractors` are right parts that belong to none. */
  z.strictObject({
    ...questionCommon,
    type: z.literal("match"),
    pairs: parts,
    distractors: z.array(part).default([]),
    /** each: the share of pairs that are right. */
    scoring: z.enum(["all", "each"]).default("all"),
  }),
  z.strictObject({
    ...questionCommon,
    type: z.literal("numeric"),
    ...numberKey,
    unit: z.string().min(1).optional(),
    /** Other units that may be written: a number in this unit × factor is one in `unit`. */
    units: z.array(z.strictObject({ unit: z.string().min(1), factor: z.number().positive() })).default([]),
    isUnitRequired: z.boolean().default(false),
  }),
  z.strictObject({ ...questionCommon, type: z.literal("short"), ...typedKey }),
  /** The text's body has {{gap}} where each gap is. each: the share of the gaps' weights. */
  z.strictObject({
    ...questionCommon,
    type: z.literal("blanks"),
    gaps: z
      .array(
        z.discriminatedUnion("kind", [
          z.strictObject({
            id: part,
            weight: z.number().positive().default(1),
            kind: z.literal("choice"),
            options: parts,
            answer: part,
          }),
          z.strictObject({
            id: part,
            weight: z.number().positive().default(1),
            kind: z.literal("typed"),
            ...typedKey,
          }),
          z.strictObject({
            id: part,
            weight: z.number().positive().default(1),
            kind: z.literal("number"),
            ...numberKey,
          }),
        ]),
      )
      .min(1),
    scoring: z.enum(["all", "each"]).default("each"),
  }),
  /** Several steps; the first begins. A choice leads to another step or, without `next`, to the end. */
  z.strictObject({
    ...questionCommon,
    type: z.literal("branching"),
    steps: z
      .array(
        z.strictObject({
          id: part,
          choices: z
            .array(
              z.strictObject({
                id: part,
                next: part.optional(),
                /** Of this choice; the question's result is the share of the best way's sum. */
                points: z.number().nonnegative().default(0),
              }),
            )
            .min(2),
        }),
      )
      .min(1),
  }),
  /** Regions of an image to choose; `all`: exactly the right ones, partial: as for multiple. */
  z.strictObject({
    ...questionCommon,
    type: z.literal("hotspot"),
    image: mediaName,
    regions: z.array(region).min(2),
    choose: z.enum(["one", "some"]).default("one"),
    scoring: z.enum(["all", "partial"]).default("all"),
  }),
  /** Free text, graded by a person. */
  z.strictObject({
    ...questionCommon,
    type: z.literal("essay"),
    maxCharacters: z.number().int().positive().max(20_000).default(4000),
    rubric,
  }),
  /** A file, graded by a person. */
  z.strictObject({
    ...questionCommon,
    type: z.literal("file"),
    accept: z.array(z.enum(["pdf", "image", "document", "text"])).min(1),
    maxMegabytes: z.number().positive().max(50).default(10),
    rubric,
  }),
  /** Real or manipulated, how sure (50–100 %), and where or when, if `locate` asks for it. */
  z.strictObject({
    ...questionCommon,
    type: z.literal("detection"),
    medium: z.enum(["image", "audio", "video"]),
    media: mediaName,
    answer: z.enum(["real", "manipulated"]),
    /** Asked of those who say manipulated; does not count for the verdict's score. */
    locate: z
      .discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("region"), regions: z.array(region).min(2) }),
        z.strictObject({
          kind: z.literal("second"),
          from: z.number().nonnegative(),
          to: z.number().nonnegative(),
        }),
      ])
      .optional(),
  }),
]);

export const questionTypes = [
  "single",
  "scenario",
  "multiple",
  "truefalse",
  "order",
  "match",
  "numeric",
  "short",
  "blanks",
  "branching",
  "hotspot",
  "essay",
  "file",
  "detection",
] as const satisfies readonly z.infer<typeof question>["type"][];

const text = z.string().min(1);
const texts = z.record(z.string(), text);

/** A question in one language. Which parts it needs depends on the type: `questionTextFaults`. */
export const questionText = z.strictObject({
  q: text,
  /** Markdown shown above the question: a situation, a picture, a table. */
  context: text.optional(),
  /** Explains the right answer; shown with the feedback. */
  why: z.string().default(""),
  /** By option. */
  options: texts.optional(),
  /** What is said to those who chose this option. */
  optionWhy: texts.optional(),
  /** By pair. */
  left: texts.optional(),
  /** By pair and distractor. */
  right: texts.optional(),
  /** Text with {{gap}} marks. */
  body: text.optional(),
  /** By gap: how a screen reader names it, and the options of a drop-down. */
  gaps: z.record(part, z.strictObject({ label: text.optional(), options: texts.optional() })).optional(),
  /** By step, and inside by choice. */
  steps: z
    .record(
      part,
      z.strictObject({
        text,
        choices: z.record(part, z.strictObject({ text, consequence: text })),
      }),
    )
    .optional(),
  /** Describes the image, sound or film without giving the answer away. */
  alt: text.optional(),
  /** What is said in a sound or film. */
  transcript: text.optional(),
  /** By region: its name in the list that stands for the picture. */
  regions: texts.optional(),
  /**
   * By criterion: levels in the order of the structure. Shown to learners before and after. Empty is what is still to be
   * written in a further language.
   */
  rubric: z
    .record(part, z.strictObject({ title: z.string(), levels: z.array(z.string()).min(2) }))
    .optional(),
  /** For those who grade only. */
  guidance: text.optional(),
});

export type Question = z.infer<typeof question>;
export type QuestionType = (typeof questionTypes)[number];
export type QuestionOf<Type extends QuestionType> = Extract<Question, { type: Type }>;
export type QuestionText = z.infer<typeof questionText>;
export type Folding = z.infer<typeof folding>;
export type Region = z.infer<typeof region>;
export type Rubric = z.infer<typeof rubric>;

/**
 * What was answered, by the question's type. single, scenario: an option. multiple: options. truefalse: yes or no.
 * order: options in order. match: left part → right part. numeric: a number in the question's unit, or one with the
 * unit it was written in. short, essay: text. blanks: gap → option, text or number as written. branching: the choices
 * in order, each "step.choice". hotspot: regions.
 */
export type Response =
  | string
  | string[]
  | boolean
  | number
  | Record<string, string>
  | NumberWithUnit
  | FileResponse
  | DetectionResponse;

export type NumberWithUnit = { value: number; unit: string };
export type FileResponse = {
  file: { name: string; sha256: string; bytes: number; contentType: string };
};
export type DetectionResponse = {
  verdict: "real" | "manipulated";
  /** 50 to 100 percent. */
  confidence: number;
  regions?: string[];
  second?: number;
};
