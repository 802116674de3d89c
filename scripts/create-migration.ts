/** `npm run migrations:create -- <name>`: writes the migration that leads to the data model in `prisma/schema/`. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createMigration } from "#prisma/migrate.ts";

import { startEmbeddedPostgres } from "./embedded-postgres.ts";

const [name] = process.argv.slice(2);
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error("Name the migration in kebab-case: npm run migrations:create -- add-cohorts");
  process.exit(1);
}
const postgres = await startEmbeddedPostgres(join(mkdtempSync(join(tmpdir(), "sigurna-")), "postgres"));
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const directory = await createMigration(postgres.urlOf("postgres"), `${stamp}_${name}`);
console.log(directory ? `Wrote ${directory}` : "The migrations already lead to this data model.");
await postgres.stop();
process.exit(0);
