import { z } from "zod";

import { feedbackParts } from "./feedback-parts.ts";
import { difficulties, questionTypes, slug } from "./question-format.ts";

/** Draws `count` questions that meet every condition given; an empty list is no condition. */
export const drawRule = z.strictObject({
  /** Paths of categories of the pool; those inside them count too. */
  categories: z.array(z.string().min(1)).default([]),
  tags: z.array(slug).default([]),
  lessons: z.array(slug).default([]),
  difficulties: z.array(z.enum(difficulties)).default([]),
  types: z.array(z.enum(questionTypes)).default([]),
  count: z.number().int().positive(),
});

export const draw = z.strictObject({
  /** Categories of the course's bank that may be drawn from; in a course folder a quiz's questions are one category. */
  from: z.array(z.string().min(1)).default([]),
  /** Shared banks and their categories that may be drawn from. */
  shared: z
    .array(z.strictObject({ bank: z.string().min(1), category: z.string().min(1).optional() }))
    .default([]),
  count: z.number().int().positive(),
  /** At least so many from every lesson. */
  perLesson: z.number().int().nonnegative().default(0),
  /** At least so many of these types. */
  atLeast: z
    .array(
      z.strictObject({
        types: z.array(z.enum(questionTypes)).min(1),
        count: z.number().int().positive(),
      }),
    )
    .default([]),
  /** At least so many that meet each rule. */
  rules: z.array(drawRule).default([]),
  allCritical: z.boolean().default(false),
});

const instant = z.iso.datetime({ offset: true });

/** Settings of a quiz: of a course folder's file, and of a version of a quiz in the database. */
export const quizSettings = z.strictObject({
  /**
   * practice: as many attempts as one likes; test: counts; check: inline in lessons, nothing is stored; assignment: a
   * task whose text or file a person grades.
   */
  mode: z.enum(["practice", "test", "check", "assignment"]),
  /** Percent of the points. */
  passMark: z.number().min(0).max(100).default(0),
  criticalMustBeRight: z.boolean().default(false),
  /** Number of attempts; without it, any number. */
  attempts: z.number().int().positive().optional(),
  /** Between the end of an attempt and the beginning of the next. */
  waitMinutes: z.number().int().nonnegative().default(0),
  /** Which attempt counts; mean: the average of all submitted ones. */
  scoring: z.enum(["best", "last", "first", "mean"]).default("best"),
  timeLimitMinutes: z.number().int().positive().optional(),
  /** An answer given in time is taken so long after the deadline. */
  graceSeconds: z.number().int().nonnegative().max(3600).default(60),
  opensAt: instant.optional(),
  closesAt: instant.optional(),
  accessCode: z.string().min(4).max(64).optional(),
  shuffleQuestions: z.boolean().default(true),
  shuffleOptions: z.boolean().default(true),
  /** One question a page, or all on one. */
  layout: z.enum(["one", "all"]).default("one"),
  canGoBack: z.boolean().default(true),
  /** Without it: practice tells at once, a test after submission, and both everything. */
  feedback: z
    .strictObject({
      when: z.enum(["answer", "submission", "closing"]),
      show: z.array(z.enum(feedbackParts)),
    })
    .optional(),
  /** The learner confirms before the first question that she works alone and honestly. */
  honestyStatement: z.boolean().default(false),
  /** Whoever grades by hand does not see whose answer it is. */
  anonymousGrading: z.boolean().default(false),
  /** Two people grade each answer; a third look reconciles them. */
  doubleMarking: z.boolean().default(false),
  /** This is the post-test of that quiz: it asks the same learner other questions, and the gain is told. */
  postTestOf: slug.optional(),
  /** Pass rule of detection questions: sensitivity d′ of at least so much. */
  minimumDPrime: z.number().positive().optional(),
  draw: draw.optional(),
});

export type QuizSettings = z.infer<typeof quizSettings>;
export type Draw = z.infer<typeof draw>;
export type DrawRule = z.infer<typeof drawRule>;
