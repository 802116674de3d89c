/** `npm run migrate`: brings the database of DATABASE_URL up to date, before a new version is started. */
import { env } from "#app/platform/env.server.ts";
import { closeQueues, migrateQueue } from "#app/platform/queue.server.ts";
import { applyMigrations } from "#prisma/migrate.ts";

const applied = await applyMigrations(env().DATABASE_URL);
await migrateQueue(env().DATABASE_URL);
await closeQueues();
console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database is up to date.");
process.exit(0);
