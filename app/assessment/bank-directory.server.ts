import { type Actor, isAdministrator } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { requireOpenTrainer, type Team, teamOf } from "#app/identity/team.server.ts";
import { teamForm } from "#app/identity/team-form.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import { newId } from "#app/platform/id.ts";

import { requireBank, requireChangeableBank, requireStaff } from "./bank.server.ts";
import { bankTitleForm } from "./bank-form.ts";

export type BankSummary = {
  id: string;
  title: string;
  /** Of the course whose bank it is; null for a shared one. */
  courseSlug: string | null;
  canChange: boolean;
  questions: number;
  retired: number;
};

/** The banks the actor may look at: those of her courses, then the shared ones. Throws ForbiddenError for a learner. */
export async function listBanks(actor: Actor): Promise<BankSummary[]> {
  requireStaff(actor);
  const all = isAdministrator(actor);
  const ofActor = { trainers: { some: { userId: actor.id } } };
  const banks = await db.questionBank.findMany({
    where: all ? {} : { OR: [{ courseId: null }, { course: ofActor }] },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      course: { select: { slug: true } },
      editors: { where: { userId: actor.id } },
      _count: { select: { questions: { where: { retiredAt: null } } } },
    },
  });
  const retired = await db.bankQuestion.groupBy({
    by: ["bankId"],
    where: { bankId: { in: banks.map(({ id }) => id) }, retiredAt: { not: null } },
    _count: true,
  });
  const retiredIn = new Map(retired.map(({ bankId, _count }) => [bankId, _count]));
  const summaries = banks.map(({ id, title, course, editors, _count }) => ({
    id,
    title,
    courseSlug: course?.slug ?? null,
    canChange: all || course !== null || editors.length > 0,
    questions: _count.questions,
    retired: retiredIn.get(id) ?? 0,
  }));
  return summaries.sort((a, b) => Number(a.courseSlug === null) - Number(b.courseSlug === null));
}

/** The id of a course's bank, for those who may look at it. Throws NotFoundError, and like `requireBank`. */
export async function bankOfCourse(actor: Actor, courseId: string): Promise<string> {
  const bank = await db.questionBank.findUnique({ where: { courseId }, select: { id: true } });
  if (!bank) throw new NotFoundError();
  return (await requireBank(actor, bank.id)).id;
}

/** Makes a shared bank, whose first editor the actor is; returns its id. Throws ForbiddenError for a learner. */
export async function makeSharedBank(actor: Actor, title: string): Promise<string> {
  requireStaff(actor);
  const id = newId();
  await db.$transaction(async (tx) => {
    await tx.questionBank.create({
      data: { id, title, createdAt: clock.now(), editors: { create: { userId: actor.id } } },
    });
    await recordAudit(tx, actor, "questionBank.made", `questionBank:${id}`, { title });
  });
  return id;
}

/** A course's bank is called like its course. Throws like `requireSharedBank`. */
export async function renameBank(actor: Actor, bankId: string, title: string): Promise<void> {
  const bank = await requireSharedBank(actor, bankId);
  await db.$transaction(async (tx) => {
    await tx.questionBank.update({ where: { id: bankId }, data: { title } });
    await recordAudit(tx, actor, "questionBank.renamed", `questionBank:${bankId}`, {
      from: bank.title,
      to: title,
    });
  });
}

/** Who may change a shared bank, and the trainers who could be added. Throws like `requireSharedBank`. */
export async function bankEditors(actor: Actor, bankId: string): Promise<Team & { title: string }> {
  const { title } = await requireSharedBank(actor, bankId);
  return { title, ...(await teamOf({ editedBanks: { some: { bankId } } })) };
}

/** Takes a form of a bank's settings; what is wrong in it, or null when it is done. Throws like `addEditor`. */
export async function submitBankSettings(
  actor: Actor,
  bankId: string,
  fields: Fields,
): Promise<FormErrors | null> {
  await requireSharedBank(actor, bankId);
  if (fields.intent === "rename") {
    const { values, errors } = parseFields(fields, bankTitleForm);
    if (errors) return errors;
    await renameBank(actor, bankId, values.title);
    return null;
  }
  const { values, errors } = parseFields(fields, teamForm("bank.editorMissing"));
  if (errors) return errors;
  await (values.intent === "add" ? addEditor : removeEditor)(actor, bankId, values.person);
  return null;
}

/** Lets a trainer change a shared bank. Throws NotFoundError when there is no such trainer, and like `requireSharedBank`. */
export async function addEditor(actor: Actor, bankId: string, userId: string): Promise<void> {
  await requireSharedBank(actor, bankId);
  await db.$transaction(async (tx) => {
    await requireOpenTrainer(tx, userId);
    await tx.bankEditor.createMany({ data: { bankId, userId }, skipDuplicates: true });
    await recordAudit(tx, actor, "questionBank.editorAdded", `questionBank:${bankId}`, { user: userId });
  });
}

/** The opposite of `addEditor`. A bank without editors is changed by administrators only. */
async function removeEditor(actor: Actor, bankId: string, userId: string): Promise<void> {
  await requireSharedBank(actor, bankId);
  await db.$transaction(async (tx) => {
    await tx.bankEditor.deleteMany({ where: { bankId, userId } });
    await recordAudit(tx, actor, "questionBank.editorRemoved", `questionBank:${bankId}`, { user: userId });
  });
}

/** Throws like `requireChangeableBank`, and NotFoundError for the bank of a course. */
async function requireSharedBank(actor: Actor, bankId: string) {
  const bank = await requireChangeableBank(actor, bankId);
  if (bank.courseId !== null) throw new NotFoundError();
  return bank;
}
