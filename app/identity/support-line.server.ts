import { clock, days } from "#app/platform/clock.ts";
import { db, serializable, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import type { SupportLine as Row } from "#prisma/generated/client.ts";

import { type Actor, requireAdministrator } from "./actor.ts";
import { recordAudit } from "./audit.server.ts";
import { type Jurisdiction, jurisdictions } from "./background.ts";
import type { SupportLineForm } from "./support-line-form.ts";

/** Hours and numbers change: after so long a line is to be dialled again. */
const dialAgainAfter = days(183);

/** A line that somebody has dialled, as everybody sees it. */
export type SupportLine = {
  id: string;
  jurisdiction: Jurisdiction;
  name: string;
  contact: string;
  hours: string;
  languages: string;
  cost: string;
  textOption: string;
  /** YYYY-MM-DD */
  dialledOn: string;
};

/** The lines that may be shown, by jurisdiction and name: only those that somebody has dialled. */
export async function confirmedSupportLines(jurisdiction?: Jurisdiction): Promise<SupportLine[]> {
  const rows = await db.supportLine.findMany({
    where: { lastDialledOn: { not: null }, ...(jurisdiction && { jurisdiction }) },
  });
  return inOrder(rows).flatMap(({ lastDialledOn, createdAt: _createdAt, ...line }) =>
    lastDialledOn ? [{ ...line, dialledOn: dayOf(lastDialledOn) }] : [],
  );
}

/** Every line, also those that are not shown yet. Throws ForbiddenError. */
export async function listSupportLines(actor: Actor) {
  requireAdministrator(actor);
  return inOrder(await db.supportLine.findMany()).map(forEditing);
}

/** One line to be changed. Throws ForbiddenError, NotFoundError. */
export async function getSupportLine(actor: Actor, id: string) {
  requireAdministrator(actor);
  return forEditing(await lineOf(db, id));
}

/** Throws ForbiddenError. */
export async function addSupportLine(actor: Actor, form: SupportLineForm): Promise<void> {
  requireAdministrator(actor);
  const id = newId();
  await db.$transaction(async (tx) => {
    await tx.supportLine.create({ data: { id, createdAt: clock.now(), ...form } });
    await record(tx, actor, "added", { id, ...form });
  });
}

/**
 * Changes a line. With another number or address it counts as not dialled until a later day is given, so that nobody is
 * sent to a number that nobody has tried. Throws ForbiddenError, NotFoundError. Serializable: two administrators who
 * change the number and the day at once must not confirm a number that was not dialled.
 */
export async function changeSupportLine(actor: Actor, id: string, form: SupportLineForm): Promise<void> {
  requireAdministrator(actor);
  await serializable(async (tx) => {
    const before = await lineOf(tx, id);
    const isDialled =
      before.contact === form.contact ||
      (form.lastDialledOn?.getTime() ?? 0) > (before.lastDialledOn?.getTime() ?? 0);
    const lastDialledOn = isDialled ? form.lastDialledOn : null;
    await tx.supportLine.update({ where: { id }, data: { ...form, lastDialledOn } });
    await record(tx, actor, "changed", { id, ...form, lastDialledOn });
  });
}

/** Throws ForbiddenError, NotFoundError. */
export async function removeSupportLine(actor: Actor, id: string): Promise<void> {
  requireAdministrator(actor);
  await serializable(async (tx) => {
    const line = await lineOf(tx, id);
    await tx.supportLine.delete({ where: { id } });
    await record(tx, actor, "removed", line);
  });
}

type Line = Pick<Row, "id" | "jurisdiction" | "name" | "contact" | "lastDialledOn">;

function record(tx: Transaction, actor: Actor, done: "added" | "changed" | "removed", line: Line) {
  const { id, jurisdiction, name, contact, lastDialledOn } = line;
  return recordAudit(tx, actor, `support-line.${done}`, `support-line:${id}`, {
    jurisdiction,
    name,
    contact,
    lastDialledOn: lastDialledOn && dayOf(lastDialledOn),
  });
}

async function lineOf(client: Pick<Transaction, "supportLine">, id: string): Promise<Row> {
  const line = await client.supportLine.findUnique({ where: { id } });
  if (!line) throw new NotFoundError();
  return line;
}

function forEditing({ lastDialledOn, createdAt: _createdAt, ...line }: Row) {
  return {
    ...line,
    lastDialledOn: lastDialledOn && dayOf(lastDialledOn),
    isShown: lastDialledOn !== null,
    isDue: !lastDialledOn || clock.now().getTime() - lastDialledOn.getTime() > dialAgainAfter,
  };
}

function inOrder(rows: Row[]) {
  const place = ({ jurisdiction }: Row) => jurisdictions.findIndex((code) => code === jurisdiction);
  return rows
    .map((row) => ({ ...row, jurisdiction: row.jurisdiction as Jurisdiction }))
    .sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name));
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
