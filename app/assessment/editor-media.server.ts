import type { FormErrors } from "#app/platform/form-fields.ts";
import type { SentFile } from "#app/platform/sent-form.server.ts";

import type { FormFields } from "./editor/form-fields.ts";
import { fileOfToken, keepUpload, tokenFor } from "./question-media.server.ts";
import type { QuestionFile } from "./stored-question.server.ts";

/** The editor's form as it was sent: `files` by the control that they were chosen in, "file.<field>". */
export type EditorSubmission = { fields: FormFields; files: Map<string, SentFile> };

/** Of an uploaded file, the field that holds our word for it. */
const uploadField = (name: string) => `upload.${name}`;

/**
 * Keeps the files that came with a form and names them in its fields; a picture for the situation is named in its text.
 * `present`: the files that the question has.
 */
export async function withUploads(
  { fields, files }: EditorSubmission,
  present: QuestionFile[],
): Promise<{ fields: FormFields; errors: FormErrors | null }> {
  const errors: FormErrors = {};
  let filled = fields;
  for (const [input, upload] of files) {
    const field = input.replace(/^file\./, "");
    const { file, fault } = await keepUpload(upload);
    if (fault) errors[field === "context" ? input : field] = fault;
    if (!file) continue;
    const known = [...present, ...(await uploadsIn(filled))];
    const named = { ...file, name: freeName(file, known) };
    filled = {
      ...filled,
      ...(field === "context"
        ? { context: withPicture(filled.context, named.name) }
        : { [field]: named.name }),
      [uploadField(named.name)]: await tokenFor(named),
    };
  }
  return { fields: filled, errors: Object.keys(errors).length > 0 ? errors : null };
}

/** The files that a form may name: those of the question, and those sent with it. */
export async function filesOfForm(fields: FormFields, present: QuestionFile[]): Promise<QuestionFile[]> {
  const sent = await uploadsIn(fields);
  const names = new Set(sent.map(({ name }) => name));
  return [...present.filter(({ name }) => !names.has(name)), ...sent];
}

async function uploadsIn(fields: FormFields): Promise<QuestionFile[]> {
  const tokens = Object.entries(fields).filter(([name]) => name.startsWith(uploadField("")));
  const files = await Promise.all(tokens.map(([, token]) => fileOfToken(token)));
  return files.filter((file) => file !== null);
}

/** Another file of the same name gets a number. */
function freeName({ name, sha256 }: QuestionFile, known: QuestionFile[]): string {
  const taken = new Set(known.filter((file) => file.sha256 !== sha256).map((file) => file.name));
  const dot = name.lastIndexOf(".");
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name.slice(0, dot)}-${count}${name.slice(dot)}`;
  return free;
}

function withPicture(context: string | undefined, name: string): string {
  return `${context ? `${context}\n\n` : ""}![](${name})`;
}

/** Where the files that a form names can be looked at, by name. */
export async function mediaUrls(
  fields: FormFields,
  present: QuestionFile[],
): Promise<Record<string, string>> {
  const sent = Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name.startsWith(uploadField("")))
      .map(([name, token]) => [name.slice(uploadField("").length), `/teach/banks/uploads/${token}`]),
  );
  return { ...Object.fromEntries(present.map(({ name, sha256 }) => [name, `/media/${sha256}`])), ...sent };
}
