import pg from "pg";
import { afterAll, expect, test } from "vitest";

import { db, serializable } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { newId } from "#app/platform/id.ts";
import { learner } from "#tests/builders/people.ts";

const other = new pg.Client({ connectionString: env().DATABASE_URL });
await other.connect();
afterAll(() => other.end());

test("a step that others interfere with twenty times in a row is repeated until it is done, once", async () => {
  const ana = await learner({ name: "0" });
  const interfere = `UPDATE "user" SET name = (name::int + 1)::text WHERE id = '${ana.id}'`;
  let tries = 0;
  await serializable(async (tx) => {
    tries += 1;
    const { name } = await tx.user.findUniqueOrThrow({ where: { id: ana.id } });
    if (tries <= 20) await other.query(interfere);
    await tx.user.update({ where: { id: ana.id }, data: { name: String(Number(name) + 100) } });
  });
  expect(tries).toBe(21);
  expect(await db.user.findUniqueOrThrow({ where: { id: ana.id } })).toMatchObject({ name: "120" });
});

test("what fails for another reason is not repeated", async () => {
  let tries = 0;
  const twice = serializable(async (tx) => {
    tries += 1;
    await tx.user.findUniqueOrThrow({ where: { id: newId() } });
  });
  await expect(twice).rejects.toThrow();
  expect(tries).toBe(1);
});
