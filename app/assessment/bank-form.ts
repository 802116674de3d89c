import { z } from "zod";

import { slug } from "#app/library/question-format.ts";

import { categoryPath } from "./category-path.ts";

/** Forms of the pages of a bank, for the browser and the server. */

export const bankTitleForm = z.object({
  title: z.string().trim().min(1, "bank.titleMissing").max(200, "bank.titleLong"),
});

/** What is done to the ticked questions, or to all that the filter found. */
export const bulkForm = z
  .object({
    intent: z.enum(["move", "tag", "untag", "retire", "restore", "moveToBank"]),
    question: z.array(z.string()).default([]),
    everything: z.literal("yes").optional(),
    category: z.string().default("").transform(categoryPath),
    tag: z.string().trim().toLowerCase().default(""),
    target: z.string().default(""),
  })
  .superRefine(({ intent, question, everything, category, tag, target }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (question.length === 0 && !everything) fault("question", "bank.bulkNothing");
    if (intent === "move" && category === "") fault("category", "bank.categoryMissing");
    if ((intent === "tag" || intent === "untag") && !slug.safeParse(tag).success)
      fault("tag", "bank.tagWrong");
    if (intent === "moveToBank" && target === "") fault("target", "bank.targetMissing");
  });

export type BulkForm = z.infer<typeof bulkForm>;

/** What is done to one question on its page. */
export const questionActForm = z.object({
  intent: z.enum(["retire", "restore", "duplicate", "move"]),
  target: z.string().default(""),
});
