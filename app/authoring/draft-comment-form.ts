import { z } from "zod";

const longestComment = 4000;
const longestQuote = 500;

/** What a comment is about, as a form names it: the course, a lesson or a page of it in a language, or a question. */
export const commentForm = z.object({
  place: z
    .string()
    .regex(/^(course|lesson\/[^/]+\/[^/]+(\/[^/]+)?|question\/[^/]+)$/, "reviews.placeUnknown"),
  quote: z.string().trim().max(longestQuote, "reviews.quoteTooLong").default(""),
  /** Not "text": the lesson beside it has a field of that name. */
  remark: z.string().trim().min(1, "reviews.commentMissing").max(longestComment, "reviews.commentTooLong"),
  /** Whom to tell by e-mail; empty for nobody. */
  mentioned: z
    .string()
    .default("")
    .transform((id) => id || null),
});

/** Resolving a comment, or opening it again. */
export const commentStateForm = z.object({ comment: z.uuid(), state: z.enum(["resolved", "open"]) });

export type CommentPlace = {
  lesson: string | null;
  language: string | null;
  page: string | null;
  question: string | null;
};

/** The place that a form names. */
export function placeOf(value: string): CommentPlace {
  const [kind, id = null, language = null, page = null] = value.split("/");
  if (kind === "lesson") return { lesson: id, language, page, question: null };
  return { lesson: null, language: null, page: null, question: kind === "question" ? id : null };
}

/** The opposite of `placeOf`. */
export function placeValue({ lesson, language, page, question }: CommentPlace): string {
  if (question) return `question/${question}`;
  if (!lesson) return "course";
  return ["lesson", lesson, language, page].filter(Boolean).join("/");
}
