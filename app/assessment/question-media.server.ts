import { z } from "zod";

import { type Actor, isAdministrator, isTrainer } from "#app/identity/actor.ts";
import { mediaKey } from "#app/library/media-key.ts";
import { findCourseMedium, type KeptMedium } from "#app/library/media.server.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { fileHead } from "#app/platform/file-head.server.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";
import { openSigned, signed } from "#app/platform/secret.server.ts";
import type { SentFile } from "#app/platform/sent-form.server.ts";
import { hasFile, takeOverFile } from "#app/platform/storage.server.ts";

import { largestMedia, mediaName, mediaTypeOf, mediumOf } from "#app/library/media-kind.ts";
import type { QuestionFile } from "./stored-question.server.ts";

/**
 * A picture of a course the actor takes or teaches, or a file of a question for those who may see a bank that has it, and
 * for those whom an attempt or a lesson asks it; `sha256` in hex. Throws NotFoundError, also for others' files.
 */
export async function findMedia(actor: Actor, sha256: string): Promise<KeptMedium> {
  const found = (await findCourseMedium(actor, sha256)) ?? (await findQuestionMedium(actor, sha256));
  if (!found) throw new NotFoundError();
  return found;
}

async function findQuestionMedium(actor: Actor, sha256: string): Promise<KeptMedium | null> {
  const ofBank = { OR: [{ courseId: null }, { course: { trainers: { some: { userId: actor.id } } } }] };
  const asked = { askedIn: { some: { attempt: { enrolment: { userId: actor.id } } } } };
  const inLessons = {
    question: {
      quizItems: {
        some: {
          quizVersion: {
            courses: { some: { courseVersion: { enrolments: { some: { userId: actor.id } } } } },
          },
          AND: { quizVersion: { settings: { path: ["mode"], equals: "check" } } },
        },
      },
    },
  };
  const seen = [asked, inLessons, ...(isTrainer(actor) ? [{ question: { bank: ofBank } }] : [])];
  const medium = await db.questionMedia.findFirst({
    where: { sha256, ...(isAdministrator(actor) ? {} : { version: { OR: seen } }) },
    select: { contentType: true, bytes: true },
  });
  return medium && { key: mediaKey(sha256), ...medium };
}

type Kept =
  { file: QuestionFile; token: string; fault: null } | { file: null; token: null; fault: MessageKey };

/**
 * Keeps a file that was sent with a question's form until the question is saved. The token is our word for it: it comes
 * back with the form. The type is told by the content.
 */
export async function keepUpload({ name, path, bytes, sha256, isTooLarge }: SentFile): Promise<Kept> {
  const contentType = mediaTypeOf(await fileHead(path));
  if (!contentType) return refused("bank.mediaUnknown");
  if (isTooLarge || bytes > largestMedia[mediumOf(contentType)]) return refused("bank.mediaLarge");
  await takeOverFile(mediaKey(sha256), path, bytes);
  const file = { name: mediaName(name, contentType), sha256, contentType, bytes };
  return { file, token: await tokenFor(file), fault: null };
}

function refused(fault: MessageKey): Kept {
  return { file: null, token: null, fault };
}

const secretName = "question-media";
const keptFile = z.object({
  name: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  contentType: z.string(),
  bytes: z.number().int(),
});

export async function tokenFor(file: QuestionFile): Promise<string> {
  return signed(secretName, Buffer.from(JSON.stringify(file)));
}

/** The file that a token of ours names; null also when it was not saved within a day and has been swept away. */
export async function fileOfToken(token: string): Promise<QuestionFile | null> {
  const statement = await openSigned(secretName, token);
  const file = statement && keptFile.safeParse(JSON.parse(statement.toString("utf8"))).data;
  return file && (await hasFile(mediaKey(file.sha256))) ? file : null;
}

/** A file that is not saved with a question yet; whoever was given its token may look at it. Throws NotFoundError. */
export async function findUpload(token: string): Promise<KeptMedium> {
  const file = await fileOfToken(token);
  if (!file) throw new NotFoundError();
  return { key: mediaKey(file.sha256), contentType: file.contentType, bytes: file.bytes };
}
