/**
 * Brings the database of DATABASE_URL to what every test starts from. A process of its own, because a database can
 * only be copied while nobody is connected to it.
 */
import { env } from "#app/platform/env.server.ts";
import { migrateQueue } from "#app/platform/queue.server.ts";
import { applyMigrations } from "#prisma/migrate.ts";

await applyMigrations(env().DATABASE_URL);
await migrateQueue(env().DATABASE_URL);
process.exit(0);
