import { z } from "zod";

import { feedbackParts } from "#app/library/feedback-parts.ts";
import type { QuizSettings } from "#app/library/quiz-format.ts";
import { localOfInstant } from "#app/platform/zoned-time.ts";

import { checkboxField, listField, numberField, timeField } from "./quiz-fields.ts";
import { feedbackRule } from "./shown-feedback.ts";

/** The settings of a quiz but for what it asks, for the browser and the server. */
export const quizSettingsForm = z
  .object({
    mode: z.enum(["practice", "test"], "quizzes.formDamaged"),
    postTestOf: z.string().default(""),
    timeLimitMinutes: numberField({ least: 1, most: 1440, empty: null }, "quizzes.timeLimitWrong"),
    graceSeconds: numberField({ least: 0, most: 3600, empty: 60 }, "quizzes.graceWrong"),
    opensAt: timeField,
    closesAt: timeField,
    attempts: numberField({ least: 1, most: 100, empty: null }, "quizzes.attemptsWrong"),
    waitMinutes: numberField({ least: 0, most: 525_600, empty: 0 }, "quizzes.waitWrong"),
    scoring: z.enum(["best", "last", "first", "mean"], "quizzes.formDamaged"),
    passMark: numberField({ least: 0, most: 100, empty: 0, isWhole: false }, "quizzes.passMarkWrong"),
    criticalMustBeRight: checkboxField,
    minimumDPrime: numberField({ least: 0.1, most: 5, empty: null, isWhole: false }, "quizzes.dPrimeWrong"),
    feedbackWhen: z.enum(["answer", "submission", "closing"], "quizzes.formDamaged"),
    feedbackShow: listField.pipe(z.array(z.enum(feedbackParts))),
    layout: z.enum(["one", "all"], "quizzes.formDamaged"),
    canGoBack: checkboxField,
    shuffleQuestions: checkboxField,
    shuffleOptions: checkboxField,
    accessCode: z
      .string()
      .trim()
      .default("")
      .refine((code) => code === "" || (code.length >= 4 && code.length <= 64), "quizzes.accessCodeWrong"),
    honestyStatement: checkboxField,
    anonymousGrading: checkboxField,
    doubleMarking: checkboxField,
  })
  .superRefine((form, context) => {
    const fault = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (form.opensAt && form.closesAt && form.opensAt >= form.closesAt) {
      fault("closesAt", "quizzes.closesBeforeOpening");
    }
    if (form.feedbackWhen === "closing" && !form.closesAt)
      fault("feedbackWhen", "quizzes.feedbackNeedsClosing");
  })
  .transform(settingsOf);

export type SettingsWithoutQuestions = Omit<QuizSettings, "draw">;

type Fields = Omit<SettingsWithoutQuestions, Optional | "feedback" | "opensAt" | "closesAt"> & {
  postTestOf: string;
  accessCode: string;
  timeLimitMinutes: number | null;
  attempts: number | null;
  minimumDPrime: number | null;
  opensAt: Date | null;
  closesAt: Date | null;
  feedbackWhen: "answer" | "submission" | "closing";
  feedbackShow: (typeof feedbackParts)[number][];
};

type Optional = "postTestOf" | "accessCode" | "timeLimitMinutes" | "attempts" | "minimumDPrime";

function settingsOf({ feedbackWhen, feedbackShow, ...form }: Fields): SettingsWithoutQuestions {
  const { postTestOf, accessCode, timeLimitMinutes, attempts, minimumDPrime, opensAt, closesAt, ...rest } =
    form;
  return {
    ...rest,
    feedback: { when: feedbackWhen, show: feedbackShow },
    ...(postTestOf && { postTestOf }),
    ...(accessCode && { accessCode }),
    ...(timeLimitMinutes !== null && { timeLimitMinutes }),
    ...(attempts !== null && { attempts }),
    ...(minimumDPrime !== null && { minimumDPrime }),
    ...(opensAt && { opensAt: opensAt.toISOString() }),
    ...(closesAt && { closesAt: closesAt.toISOString() }),
  };
}

/** The fields of the form as the present settings fill them. */
export function settingsFields(settings: QuizSettings) {
  const { when, show } = feedbackRule(settings);
  const number = (value: number | undefined) => (value === undefined ? "" : String(value));
  const local = (iso: string | undefined) => (iso === undefined ? "" : localOfInstant(new Date(iso)));
  return {
    texts: {
      mode: settings.mode,
      postTestOf: settings.postTestOf ?? "",
      timeLimitMinutes: number(settings.timeLimitMinutes),
      graceSeconds: number(settings.graceSeconds),
      opensAt: local(settings.opensAt),
      closesAt: local(settings.closesAt),
      attempts: number(settings.attempts),
      waitMinutes: number(settings.waitMinutes),
      scoring: settings.scoring,
      passMark: number(settings.passMark),
      minimumDPrime: number(settings.minimumDPrime),
      feedbackWhen: when,
      layout: settings.layout,
      accessCode: settings.accessCode ?? "",
    } as Record<string, string>,
    checks: {
      criticalMustBeRight: settings.criticalMustBeRight,
      canGoBack: settings.canGoBack,
      shuffleQuestions: settings.shuffleQuestions,
      shuffleOptions: settings.shuffleOptions,
      honestyStatement: settings.honestyStatement,
      anonymousGrading: settings.anonymousGrading,
      doubleMarking: settings.doubleMarking,
    } as Record<string, boolean>,
    feedbackShow: [...show] as string[],
  };
}
