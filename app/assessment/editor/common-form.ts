import { difficulties, type Question } from "#app/library/question-format.ts";
import { sourceDocument, type SourceDocument } from "#app/library/source-document.ts";

import {
  fault,
  type FormFields,
  type FormReader,
  isTicked,
  numberAt,
  ordinals,
  partsAt,
  requiredTextAt,
  ticked,
} from "./form-fields.ts";

/** Fields that every type has: marks, tags, facts and documents. A fact of the course is ticked, another one written. */

const slugs = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ids = /^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$/;

export function commonFields(question: Question): FormFields {
  const fields: FormFields = {
    key: question.id,
    lesson: question.lesson ?? "",
    points: String(question.points),
    critical: ticked(question.critical),
    recheck: ticked(question.recheck),
    facts: question.facts.join(", "),
    tags: question.tags.join(", "),
    difficulty: question.difficulty ?? "",
    sources: ordinals(question.sources),
  };
  question.sources.forEach((source, index) => {
    for (const [name, value] of Object.entries(source)) fields[`source.${index + 1}.${name}`] = value;
  });
  return fields;
}

export function common(reader: FormReader) {
  const key = (reader.fields.key ?? "").trim();
  if (!ids.test(key)) fault(reader, "key", "bank.keyWrong");
  const lesson = (reader.fields.lesson ?? "").trim();
  if (lesson !== "" && !slugs.test(lesson)) fault(reader, "lesson", "bank.lessonWrong");
  const difficulty = difficulties.find((one) => one === reader.fields.difficulty);
  return {
    id: key,
    ...(lesson === "" ? {} : { lesson }),
    points: numberAt(reader, "points", { wrong: "bank.pointsWrong", above: 0, max: 1000 }) ?? 1,
    critical: isTicked(reader, "critical"),
    recheck: isTicked(reader, "recheck"),
    facts: listAt(reader, "facts", ids, "bank.factsWrong"),
    sources: partsAt(reader, "sources").map((id) => sourceAt(reader, id)),
    tags: listAt(reader, "tags", slugs, "bank.tagsWrong"),
    ...(difficulty ? { difficulty } : {}),
  };
}

function listAt(
  reader: FormReader,
  name: "facts" | "tags",
  each: RegExp,
  wrong: "bank.factsWrong" | "bank.tagsWrong",
) {
  const written = (reader.fields[name] ?? "").split(/[,;\s]+/).filter((one) => one !== "");
  if (!written.every((one) => each.test(one))) fault(reader, name, wrong);
  return [...new Set(written)];
}

function sourceAt(reader: FormReader, id: string): SourceDocument {
  const name = `source.${id}`;
  const optional = (field: "date" | "url" | "review") => {
    const value = (reader.fields[`${name}.${field}`] ?? "").trim();
    if (value === "") return {};
    if (!sourceDocument.shape[field].safeParse(value).success) {
      fault(reader, `${name}.${field}`, field === "url" ? "bank.sourceUrlWrong" : "bank.sourceDateWrong");
    }
    return { [field]: value };
  };
  return {
    publisher: requiredTextAt(reader, `${name}.publisher`, "bank.sourcePublisherMissing"),
    title: requiredTextAt(reader, `${name}.title`, "bank.sourceTitleMissing"),
    ...optional("date"),
    ...optional("url"),
    ...optional("review"),
  };
}
