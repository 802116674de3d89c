import { z } from "zod";

import { numberField, timeField } from "./quiz-fields.ts";

/** What a learner is given, for the browser and the server; empty fields give nothing. */
export const accommodationForm = z
  .object({
    /** Name of a quiz; empty for all of the course. */
    quiz: z.string().default(""),
    extraPercent: numberField({ least: 0, most: 400, empty: 0 }, "quizzes.extraPercentWrong"),
    extraMinutes: numberField({ least: 0, most: 1440, empty: 0 }, "quizzes.extraMinutesWrong"),
    extraAttempts: numberField({ least: 0, most: 50, empty: 0 }, "quizzes.extraAttemptsWrong"),
    opensAt: timeField,
    closesAt: timeField,
  })
  .refine(({ opensAt, closesAt }) => !opensAt || !closesAt || opensAt < closesAt, {
    path: ["closesAt"],
    message: "quizzes.closesBeforeOpening",
  });

export type AccommodationForm = z.infer<typeof accommodationForm>;
