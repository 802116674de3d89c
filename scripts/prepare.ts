import { join } from "node:path";

import { createSetupLink } from "#app/identity/setup.server.ts";
import { importCourses } from "#app/authoring/course-import.server.ts";
import { closeQueues, migrateQueue } from "#app/platform/queue.server.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { applyMigrations } from "#prisma/migrate.ts";

import { demonstrationAccounts, demonstrationPassword } from "./demo-accounts.ts";
import { step } from "./steps.js";

/** Brings the database of DATABASE_URL up to date: migrations, the queue's tables, the shipped courses. */
export async function prepare(): Promise<void> {
  await step("Migrations", async () => {
    const applied = await applyMigrations(env().DATABASE_URL);
    await migrateQueue(env().DATABASE_URL);
    return applied.length > 0 ? `${applied.length} new` : "up to date";
  });
  await step("Courses", async () => {
    const reports = await importCourses(join(import.meta.dirname, "..", "courses"));
    return reports
      .map(({ slug, label, isNew, isEditedHere }) => {
        const what = isNew ? " imported" : isEditedHere ? " as its trainers edit it" : "";
        return `${slug} ${label}${what}`;
      })
      .join(", ");
  });
}

/** What to print so that somebody can sign in; leaves no connection open. */
export async function howToSignIn(isDemo: boolean): Promise<string> {
  const setupLink = await createSetupLink();
  await closeQueues();
  await db.$disconnect();
  if (setupLink) {
    return `Make the first administrator's account with this link (it works once, for 7 days):\n  ${setupLink}`;
  }
  if (!isDemo) return "Sign in with your e-mail address and password.";
  const lines = demonstrationAccounts.map(({ role, email }) => `  ${role.padEnd(14)} ${email}`);
  return `Sign in to the demonstration (password for all: ${demonstrationPassword}):\n${lines.join("\n")}`;
}
