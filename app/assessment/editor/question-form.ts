import {
  type Question,
  question as questionSchema,
  type QuestionText,
  questionText as textSchema,
  type QuestionType,
} from "#app/library/question-format.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";

import { blanks, blanksFields } from "./blanks-form.ts";
import { branching, branchingFields } from "./branching-form.ts";
import { oneRight, oneRightFields, someRight, someRightFields, truth, truthFields } from "./choice-form.ts";
import { common, commonFields } from "./common-form.ts";
import { fault, type FormFields, formReader, type FormReader } from "./form-fields.ts";
import { essay, essayFields, file, fileFields } from "./graded-form.ts";
import { match, matchFields, order, orderFields } from "./order-form.ts";
import { detection, detectionFields, hotspot, hotspotFields } from "./region-form.ts";
import { noteRuleFaults, noteSameWords } from "./rule-faults.ts";
import { textFields, textOfForm } from "./text-form.ts";
import { numeric, numericFields, typedKey, typedKeyFields } from "./typed-form.ts";

/** A question in the language its form is written in. */
export type WrittenQuestion = { structure: Question; text: QuestionText };

type Read = { written: WrittenQuestion; errors: null } | { written: null; errors: FormErrors };

/** The form of a question; `questionOfForm` of it gives the same question. */
export function formOfQuestion({ structure, text }: WrittenQuestion): FormFields {
  return { ...commonFields(structure), ...keyFields(structure), ...textFields(text) };
}

/** Reads a question of a type out of its form, or says at each field what is wrong. */
export function questionOfForm(type: QuestionType, fields: FormFields): Read {
  const reader = formReader(fields);
  const { structure, asFarAsRead } = structureIn(type, reader);
  // What could not be read stands in the structure as 0 or the first of its kind: rules would find fault with that.
  const isRead = structure.success && Object.keys(reader.errors).length === 0;
  if (isRead) noteRuleFaults(reader, structure.data);
  // Read on with what there is, so that all faults are told at once.
  const text = textOfForm(reader, asFarAsRead, "whole");
  if (structure.success) noteSameWords(reader, structure.data, text);
  return finished(reader, structure.data, text);
}

/** What a form says of a question beside its texts, as far as it can be read: enough to tell which texts there are. */
export function structureOfForm(type: QuestionType, fields: FormFields): Question {
  return structureIn(type, formReader(fields)).asFarAsRead;
}

function structureIn(type: QuestionType, reader: FormReader) {
  const read = { ...common(reader), type, ...keyOf(type, reader) };
  const structure = questionSchema.safeParse(read);
  return { structure, asFarAsRead: (structure.data ?? read) as Question };
}

/** Reads the texts of a question in a further language; the question itself stays as it is. */
export function translationOfForm(question: Question, fields: FormFields): Read {
  const reader = formReader(fields);
  return finished(reader, question, textOfForm(reader, question, "further"));
}

function finished(reader: FormReader, structure: Question | undefined, text: QuestionText): Read {
  const parsed = textSchema.safeParse(text);
  if (!structure || !parsed.success) fault(reader, "form", "bank.formWrong");
  const { form, ...atFields } = reader.errors;
  const errors = Object.keys(atFields).length > 0 ? atFields : form ? { form } : null;
  if (errors || !structure || !parsed.success) return { written: null, errors: errors ?? {} };
  return { written: { structure, text: parsed.data }, errors: null };
}

function keyFields(question: Question): FormFields {
  switch (question.type) {
    case "single":
    case "scenario":
      return oneRightFields(question);
    case "multiple":
      return someRightFields(question);
    case "truefalse":
      return truthFields(question);
    case "order":
      return orderFields(question);
    case "match":
      return matchFields(question);
    case "numeric":
      return numericFields(question);
    case "short":
      return typedKeyFields(question);
    case "blanks":
      return blanksFields(question);
    case "branching":
      return branchingFields(question);
    case "hotspot":
      return hotspotFields(question);
    case "essay":
      return essayFields(question);
    case "file":
      return fileFields(question);
    case "detection":
      return detectionFields(question);
  }
}

function keyOf(type: QuestionType, reader: FormReader): object {
  switch (type) {
    case "single":
    case "scenario":
      return oneRight(reader);
    case "multiple":
      return someRight(reader);
    case "truefalse":
      return truth(reader);
    case "order":
      return order(reader);
    case "match":
      return match(reader);
    case "numeric":
      return numeric(reader);
    case "short":
      return typedKey(reader);
    case "blanks":
      return blanks(reader);
    case "branching":
      return branching(reader);
    case "hotspot":
      return hotspot(reader);
    case "essay":
      return essay(reader);
    case "file":
      return file(reader);
    case "detection":
      return detection(reader);
  }
}
