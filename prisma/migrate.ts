import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { openSchemaEngine } from "./schema-engine.ts";

const schemaDir = join(import.meta.dirname, "schema");
const migrationsDir = join(import.meta.dirname, "migrations");
const noFilters = { externalTables: [], externalEnums: [] };

/** Applies every migration the database has not had yet and returns their names. */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const engine = await openSchemaEngine(databaseUrl, datamodels());
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationsList(),
      filters: noFilters,
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/**
 * The SQL that leads from the newest migration to `prisma/schema/`; empty when nothing differs. Compares data models,
 * not databases: the engine cannot read PostgreSQL 18's catalogue, so each migration keeps the data model it led to.
 * Needs some reachable database, of which it reads nothing but the server's version.
 */
export async function pendingSchemaChange(databaseUrl: string): Promise<string> {
  const engine = await openSchemaEngine(databaseUrl, datamodels());
  const newest = migrationNames().at(-1);
  try {
    const result = await engine.diff({
      from: newest
        ? { tag: "schemaDatamodel", files: [containerOf(join(migrationsDir, newest, "datamodel.prisma"))] }
        : { tag: "empty" },
      to: { tag: "schemaDatamodel", files: datamodels().map(([path]) => containerOf(path)) },
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    return (result.stdout ?? "").replace("-- This is an empty migration.", "").trim();
  } finally {
    engine.free();
  }
}

/** Writes `prisma/migrations/<name>/` with the SQL and the data model it leads to; `null` when nothing has changed. */
export async function createMigration(databaseUrl: string, name: string): Promise<string | null> {
  const sql = await pendingSchemaChange(databaseUrl);
  if (!sql) return null;
  const directory = join(migrationsDir, name);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "migration.sql"), `${sql}\n`);
  writeFileSync(
    join(directory, "datamodel.prisma"),
    datamodels()
      .map(([, text]) => text)
      .join("\n"),
  );
  return directory;
}

function migrationsList() {
  const lockfile = join(migrationsDir, "migration_lock.toml");
  return {
    baseDir: migrationsDir,
    lockfile: {
      path: "migration_lock.toml",
      content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : null,
    },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames().map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: readFileSync(join(migrationsDir, path, "migration.sql"), "utf8"),
        },
      },
    })),
  };
}

function datamodels(): [string, string][] {
  return readdirSync(schemaDir)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => [join(schemaDir, name), readFileSync(join(schemaDir, name), "utf8")]);
}

function containerOf(path: string) {
  return { path, content: readFileSync(path, "utf8") };
}

function migrationNames() {
  return readdirSync(migrationsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
