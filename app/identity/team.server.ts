import { db, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** Who teaches a course or edits a bank, and the trainers who could be added, by name. */
export type Team = { members: TeamPerson[]; others: TeamPerson[] };

export type TeamPerson = { id: string; name: string; email: string };

/** The team that `membership` makes a person belong to. */
export async function teamOf(membership: Prisma.UserWhereInput): Promise<Team> {
  const list = (where: Prisma.UserWhereInput) =>
    db.user.findMany({ where, orderBy: { name: "asc" }, select: { id: true, name: true, email: true } });
  const [members, others] = await Promise.all([
    list(membership),
    list({ role: "trainer", deactivatedAt: null, NOT: membership }),
  ]);
  return { members, others };
}

/** Throws NotFoundError unless this is a trainer whose account is open. */
export async function requireOpenTrainer(client: Transaction, userId: string): Promise<void> {
  const trainer = await client.user.findFirst({
    where: { id: userId, role: "trainer", deactivatedAt: null },
  });
  if (!trainer) throw new NotFoundError();
}
