import { mediaAddress } from "#app/library/media-file.server.ts";
import { renderQuestionContext } from "#app/library/question-context.server.ts";
import type { QuestionText, Response } from "#app/library/question-format.ts";
import type { Language } from "#app/platform/languages.ts";
import { messagesUrl } from "#app/platform/messages.server.ts";

import { type AskedQuestion, askedQuestion } from "./asked-question.ts";
import type { Presentation } from "./presentation.ts";
import { questionTextIn, type StoredQuestion } from "./stored-question.server.ts";

// A version's texts never change and are remembered by the process; their HTML goes when they go.
const contexts = new WeakMap<QuestionText, string>();

/** A stored question as its page may know it: with the addresses of its files and its context as safe HTML. */
export function shownQuestion(
  stored: Pick<StoredQuestion, "question" | "media" | "texts">,
  language: Language,
  shown: Presentation,
  response: Response | null = null,
): AskedQuestion {
  const addressOf = addressIn(stored);
  const { text } = questionTextIn(stored, language);
  const asked = askedQuestion(stored.question, text, shown, {
    response,
    addressOf: (name) => addressOf(name) ?? "",
    context: contextOf(text, addressOf),
  });
  return asked.rare ? { ...asked, messagesUrl: messagesUrl(language, "questions") } : asked;
}

/** A situation, or guidance for graders, as safe HTML with the pictures of its question; empty without one. */
export function contextHtml(stored: Pick<StoredQuestion, "media">, markdown = ""): string {
  return markdown && renderQuestionContext(markdown, addressIn(stored));
}

function addressIn({ media }: Pick<StoredQuestion, "media">) {
  return (name: string) => {
    const file = media.find((candidate) => candidate.name === name.replace(/^media\//, ""));
    return file ? mediaAddress(file) : null;
  };
}

function contextOf(text: QuestionText, addressOf: (name: string) => string | null): string {
  if (!text.context) return "";
  const known = contexts.get(text);
  if (known !== undefined) return known;
  const html = renderQuestionContext(text.context, addressOf);
  contexts.set(text, html);
  return html;
}
