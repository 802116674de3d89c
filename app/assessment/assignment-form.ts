import { z } from "zod";

import { localOfInstant } from "#app/platform/zoned-time.ts";
import type { QuizSettings } from "#app/library/quiz-format.ts";

import { checkboxField, numberField, timeField } from "./quiz-fields.ts";

/** How an assignment is answered: with a text, a file, or one of each. */
export const answerWays = ["text", "file", "both"] as const;

export type AnswerWay = (typeof answerWays)[number];

/** Kinds of files that an answer can be. */
export const fileKinds = ["pdf", "document", "image", "text"] as const;

/** What each question of an assignment gives points for, and how large its answer may be. */
export type AnswerLimits = {
  points: number;
  maxCharacters: number;
  accept: (typeof fileKinds)[number][];
  maxMegabytes: number;
};

export const defaultLimits: AnswerLimits = {
  points: 10,
  maxCharacters: 4000,
  accept: [...fileKinds],
  maxMegabytes: 10,
};

/** The limits in the form of a new assignment; what is left empty is as usual. */
export const answerLimitsForm = z
  .object({
    points: numberField(
      { least: 0.01, most: 1000, empty: defaultLimits.points, isWhole: false },
      "bank.pointsWrong",
    ),
    maxCharacters: numberField(
      { least: 1, most: 20_000, empty: defaultLimits.maxCharacters },
      "outline.assignmentCharactersWrong",
    ),
    maxMegabytes: numberField(
      { least: 0.01, most: 50, empty: defaultLimits.maxMegabytes, isWhole: false },
      "outline.assignmentMegabytesWrong",
    ),
    accept_pdf: checkboxField,
    accept_document: checkboxField,
    accept_image: checkboxField,
    accept_text: checkboxField,
  })
  .transform((form) => ({
    limits: {
      points: form.points,
      maxCharacters: form.maxCharacters,
      maxMegabytes: form.maxMegabytes,
      accept: fileKinds.filter((kind) => form[`accept_${kind}`]),
    } satisfies AnswerLimits,
  }));

export const passMarkField = numberField(
  { least: 0, most: 100, empty: 0, isWhole: false },
  "quizzes.passMarkWrong",
);

/** The settings of an assignment that its trainers choose, for the browser and the server. */
export const assignmentSettingsForm = z
  .object({
    passMark: passMarkField,
    attempts: numberField({ least: 1, most: 100, empty: null }, "quizzes.attemptsWrong"),
    opensAt: timeField,
    closesAt: timeField,
    anonymousGrading: checkboxField,
    doubleMarking: checkboxField,
  })
  .refine(({ opensAt, closesAt }) => !opensAt || !closesAt || opensAt < closesAt, {
    path: ["closesAt"],
    message: "quizzes.closesBeforeOpening",
  });

type AssignmentSettingsForm = z.infer<typeof assignmentSettingsForm>;

/** The settings as a form has them; what an assignment's page does not ask for stays. */
export function withAssignmentSettings(settings: QuizSettings, form: AssignmentSettingsForm): QuizSettings {
  const { attempts, opensAt, closesAt, ...rest } = form;
  const { attempts: _attempts, opensAt: _opensAt, closesAt: _closesAt, ...kept } = settings;
  return {
    ...kept,
    ...rest,
    ...(attempts !== null && { attempts }),
    ...(opensAt && { opensAt: opensAt.toISOString() }),
    ...(closesAt && { closesAt: closesAt.toISOString() }),
  };
}

/** The fields of the form as the present settings fill them. */
export function assignmentFields(settings: QuizSettings): Record<string, string> {
  const local = (iso: string | undefined) => (iso === undefined ? "" : localOfInstant(new Date(iso)));
  const ticked = (isSet: boolean) => (isSet ? "yes" : "");
  return {
    passMark: String(settings.passMark),
    attempts: settings.attempts === undefined ? "" : String(settings.attempts),
    opensAt: local(settings.opensAt),
    closesAt: local(settings.closesAt),
    anonymousGrading: ticked(settings.anonymousGrading),
    doubleMarking: ticked(settings.doubleMarking),
  };
}
