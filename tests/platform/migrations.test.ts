import { expect, test } from "vitest";

import { env } from "#app/platform/env.server.ts";
import { applyMigrations, pendingSchemaChange } from "#prisma/migrate.ts";

test("the migrations lead to the data model in prisma/schema, and applying them again changes nothing", async () => {
  expect(await pendingSchemaChange(env().DATABASE_URL)).toBe("");
  expect(await applyMigrations(env().DATABASE_URL)).toEqual([]);
});
