import type { Question, QuestionText } from "#app/library/question-format.ts";

import { type FormFields, formReader } from "./form-fields.ts";
import { textFields, textOfForm } from "./text-form.ts";

/**
 * The text of a question in another language after the question was changed: what belongs to parts that are gone is
 * left out, the rest stays, and what was added is still to be written. `form` is the form that changed it (levels of criteria are known by their place only).
 */
export function carriedText(text: QuestionText, changed: Question, form: FormFields): QuestionText {
  const levels = Object.entries(form).filter(([name]) => /^criterion\.[a-z0-9]+\.levels$/.test(name));
  const reader = formReader({ ...textFields(text), ...Object.fromEntries(levels) });
  return textOfForm(reader, changed, "carried");
}
