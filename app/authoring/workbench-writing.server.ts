import type { Actor } from "#app/identity/actor.ts";
import { asTyped } from "#app/library/translation-unit.ts";
import { withSource } from "#app/library/translation-record.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import type { Fields, FormErrors } from "#app/platform/form-fields.ts";
import type { Language } from "#app/platform/languages.ts";

import { withBank } from "./bank-folder.server.ts";
import { basisOf, changeDraft, readDraftText, writeDraftText } from "./draft.server.ts";
import { fieldOf, textsOf } from "./unit-field.ts";
import { withPackageTexts } from "./package-texts.server.ts";
import { translationForm, type TranslationForm } from "./workbench-form.ts";
import {
  activityOf,
  type PartName,
  translationPart,
  type TranslationPart,
  withUnits,
} from "./workbench-part.server.ts";
import { openWorkbench, requirePart, requireTranslated, type Workbench } from "./workbench.server.ts";

/** What came of writing: nothing was wrong, fields are, or somebody else has written the file or its source meanwhile. */
export type TranslationWriting =
  { kind: "saved" } | { kind: "errors"; errors: FormErrors } | { kind: "conflict"; by: string | null };

/** Takes the form of a translated file. Throws like `requirePart`, and ConflictError for a form that is not ours. */
export async function submitTranslation(
  actor: Actor,
  courseSlug: string,
  { tag, name, readerLanguage }: { tag: string; name: PartName; readerLanguage: Language },
  fields: Fields,
): Promise<TranslationWriting> {
  const workbench = await openWorkbench(actor, courseSlug, readerLanguage);
  const language = requireTranslated(workbench, tag);
  const part = await requirePart(workbench, language, name);
  const { data: values, error } = translationForm.safeParse({ ...fields, texts: textsOf(fields) });
  if (!values) {
    if (!error.issues.some(({ path }) => path[0] === "texts"))
      throw new ConflictError("authoring.formDamaged");
    return { kind: "errors", errors: { form: "drafts.textTooLong" } };
  }
  const missing = values.isDone ? missingTexts(part, values) : {};
  if (Object.keys(missing).length > 0) return { kind: "errors", errors: missing };
  return writePart(actor, workbench, language, part, values);
}

/** A translation is not done as long as something of it is not written. */
function missingTexts({ units, source }: TranslationPart, { texts }: TranslationForm): FormErrors {
  if (source.isBase) return {};
  return Object.fromEntries(
    units
      .filter((unit) => unit.source !== "" && asTyped(texts.get(unit.id) ?? unit.target) === "")
      .map(({ id }) => [fieldOf(id), "workbench.textMissing"]),
  );
}

/** Writes texts of a part into its file; with `isDone` the file notes that it is made of its source as it is. */
export async function writePart(
  actor: Actor,
  workbench: Workbench,
  language: Language,
  part: TranslationPart,
  { basis, sourceBasis, isDone, texts }: TranslationForm,
): Promise<TranslationWriting> {
  const { draft } = workbench;
  // Without the questions of the bank: they are not written here.
  const [written, source] = await Promise.all([
    readDraftText(draft, part.path),
    readDraftText(draft, part.sourcePath),
  ]);
  if (source?.basis !== sourceBasis) return { kind: "conflict", by: null };
  const plain = withUnits({ ...part, target: written?.text ?? null }, texts);
  const text = isDone ? await asDone(workbench, language, part, plain) : plain;
  if (text === (written?.text ?? "")) return { kind: "saved" };
  const activity = activityOf(part.name);
  if (activity !== null)
    return writeActivity(actor, workbench, { activity, language, ...part }, { text, basis });
  const outcome = await writeDraftText(actor, draft, part.path, { text, basis });
  return "theirs" in outcome ? { kind: "conflict", by: outcome.by } : { kind: "saved" };
}

/** What an activity says goes into its package, too: that is what learners open. */
async function writeActivity(
  actor: Actor,
  { draft }: Workbench,
  { activity, language, path }: { activity: string; language: Language; path: string },
  { text, basis }: { text: string; basis: string | null },
): Promise<TranslationWriting> {
  const refused = await changeDraft(actor, draft, async (parts) => {
    if (basisOf(parts.get(path)) !== (basis ?? "")) return { errors: { form: "workbench.conflict" } };
    return { parts: await withPackageTexts(new Map(parts).set(path, { path, text }), activity, language) };
  });
  return refused ? { kind: "conflict", by: null } : { kind: "saved" };
}

async function asDone(
  { draft, parts, languages }: Workbench,
  language: Language,
  { path, name }: TranslationPart,
  text: string,
): Promise<string> {
  const folder = new Map(parts).set(path, { path, text });
  const next = await translationPart(await withBank(folder, draft.course), languages, language, name);
  return next?.current ? withSource(path, text, next.current) : text;
}
