import { type Sentence, sentence } from "#app/assessment/exchange/exchange.ts";
import { mediaTypeOf } from "#app/library/media-kind.ts";
import type { Question, QuestionText } from "#app/library/question-format.ts";
import { questionFaults } from "#app/library/question-rules.ts";
import { withFilesNamed } from "#app/library/question-media.ts";
import { questionTextFaults } from "#app/library/question-text-rules.ts";
import { freeSlug } from "#app/library/slug.ts";

import { type CourseMedia, isShownPicture } from "./course-media.ts";
import type { ReadPart } from "./foreign-course.ts";
import type { PartsLedger } from "./parts-ledger.ts";

export type DraftedQuestion = { structure: Question; text: QuestionText };

/**
 * Questions as a course's quiz file has them: with ids of their own in the course and pictures in media/. `why` stands
 * where the source explains nothing. One that breaks a rule is left out.
 */
export async function draftQuestions(
  parts: ReadPart[],
  { ledger, media, ids, why }: { ledger: PartsLedger; media: CourseMedia; ids: Set<string>; why: string },
): Promise<DraftedQuestion[]> {
  const drafted: DraftedQuestion[] = [];
  for (const { part, question } of parts) {
    const [read] = Object.values(question.texts);
    if (!read) continue;
    const names = new Map<string, string>();
    const missing: Sentence[] = [];
    for (const medium of question.media) {
      const bytes = await medium.read();
      const contentType = mediaTypeOf(bytes);
      if (!contentType || !isShownPicture(bytes)) {
        missing.push(sentence("exchange.notePictureMissing", { name: medium.name }));
        continue;
      }
      const file = { path: medium.name, bytes: bytes.length, read: () => pieces(medium.read) };
      names.set(medium.name, media.add(file, contentType).replace("media/", ""));
    }
    const text = {
      // What could not be taken is left out of the text, its words stay.
      ...withFilesNamed(read, (name) => names.get(name) ?? null),
      why: read.why || why,
    };
    const structure = withPicture(question.structure, names);
    const [broken] = structure ? [...questionFaults(structure), ...questionTextFaults(structure, text)] : [];
    if (!structure) ledger.leave(part.id, "exchange.leftNoPicture", { name: "" });
    else if (broken) ledger.leave(part.id, broken.key, broken.values);
    else {
      const id = freeSlug(structure.id, (candidate) => ids.has(candidate));
      ids.add(id);
      drafted.push({ structure: { ...structure, id }, text });
      ledger.take(part.id);
      for (const note of [...question.notes, ...missing]) ledger.note(part.id, note);
    }
  }
  return drafted;
}

async function* pieces(read: () => Promise<Buffer>): AsyncIterable<Buffer> {
  yield await read();
}

/** Null when the picture that it is about is missing. */
function withPicture(structure: Question, names: Map<string, string>): Question | null {
  if (structure.type !== "hotspot") return structure;
  const image = names.get(structure.image);
  return image ? { ...structure, image } : null;
}
