import { readQti } from "#app/assessment/exchange/qti-reader.ts";
import { type ReadSettings, type Sentence, sentence } from "#app/assessment/exchange/exchange.ts";
import { treeOfHtml } from "#app/assessment/exchange/rich-text.ts";
import type { SourceFile } from "#app/library/package-source.ts";
import { childText, everyElement, readXml, type XmlElement } from "#app/library/xml-document.ts";

import type { CartridgeFiles } from "./cartridge-files.ts";
import type { Piece, ReadPart, SourcePart } from "./foreign-course.ts";
import type { PartsLedger } from "./parts-ledger.ts";
import { givenNumber } from "./given-number.ts";
import { summaryOf } from "./html-text.ts";
import { readParts } from "./read-parts.ts";

type QuizPiece = Extract<Piece, { kind: "quiz" }>;
type Surroundings = { files: CartridgeFiles; ledger: PartsLedger; settings: ReadSettings };

/** A QTI 1.2 document of a cartridge: its questions, those that cannot be read being left out, and its settings. */
export async function cartridgeQuiz(
  part: SourcePart,
  file: SourceFile,
  { files, ledger, settings }: Surroundings,
): Promise<{ questions: ReadPart[]; settings: QuizPiece["settings"]; notes: Sentence[] }> {
  ledger.requireRoom(file.bytes);
  const { root } = await readXml(file, []);
  const read = readQti([{ path: file.path, root, find: files.finder(file.path, ledger) }], settings);
  const isDrawn = everyElement(root).some(({ name }) => name === "selection_number");
  return {
    questions: readParts(part, read, ledger),
    settings: settingsOf(root),
    notes: [...read.notes, ...(isDrawn ? [sentence("authoring.foreignNoteDraw")] : [])],
  };
}

/** What the assessment's metadata says (Common Cartridge 1.3, "cc_maxattempts", "qmd_timelimit"). */
function settingsOf(root: XmlElement): QuizPiece["settings"] {
  const fields = new Map(
    everyElement(root)
      .filter(({ name }) => name === "qtimetadatafield")
      .map(
        (field) =>
          [childText(field, "fieldlabel")?.toLowerCase(), childText(field, "fieldentry") ?? ""] as const,
      ),
  );
  return {
    mode: /self|practice/i.test(fields.get("qmd_assessmenttype") ?? "") ? "practice" : "test",
    ...givenNumber("attempts", fields.get("cc_maxattempts")),
    ...givenNumber("timeLimitMinutes", fields.get("qmd_timelimit")),
  };
}

/** What Canvas says of a quiz in a file of its own. */
export async function canvasQuiz(
  file: SourceFile,
): Promise<{ summary: string; settings: Partial<QuizPiece["settings"]> }> {
  const { root } = await readXml(file, []);
  const said = (name: string) => childText(root, name);
  const scoring = { keep_highest: "best", keep_latest: "last", keep_average: "mean" } as const;
  const policy = said("scoring_policy") as keyof typeof scoring | null;
  const settings: Partial<QuizPiece["settings"]> = {
    mode: said("quiz_type") === "practice_quiz" ? "practice" : "test",
    ...givenNumber("attempts", said("allowed_attempts")),
    ...givenNumber("timeLimitMinutes", said("time_limit")),
    ...(policy && policy in scoring ? { scoring: scoring[policy] } : {}),
    ...(said("shuffle_answers") === "false" ? { shuffleOptions: false } : {}),
    ...(said("cant_go_back") === "true" ? { canGoBack: false } : {}),
  };
  return { settings, summary: summaryOf(treeOfHtml(said("description") ?? "")) };
}
