import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { SMTPServer } from "smtp-server";

import { startEmbeddedPostgres } from "#scripts/embedded-postgres.ts";
import { freePort } from "#scripts/free-port.ts";
import { Supervisor } from "#scripts/supervisor.ts";

/**
 * The whole product for the journeys: PostgreSQL, migrations, courses, the production build, a worker, and a mail
 * server on loopback that keeps what it gets as files.
 */
export default async function startSite() {
  const directory = mkdtempSync(join(tmpdir(), "sigurna-journeys-"));
  const postgres = await startEmbeddedPostgres(join(directory, "postgres"), ["-c", "fsync=off"]);
  await postgres.createDatabase("journeys");
  const mails = join(directory, "mails");
  const smtp = await startMailServer(mails);
  const port = await freePort();
  Object.assign(process.env, {
    NODE_ENV: "production",
    DATABASE_URL: postgres.urlOf("journeys"),
    DATA_DIR: join(directory, "data"),
    HOST: "127.0.0.1",
    PORT: String(port),
    APP_ORIGIN: `http://localhost:${port}`,
    SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    EXIT_URL: "https://example.org/",
    LOG_LEVEL: "error",
    JOURNEY_MAILS: mails,
  });
  execFileSync(process.execPath, ["--import", "tsx", join(import.meta.dirname, "prepare.ts")], {
    stdio: "inherit",
  });
  const supervisor = new Supervisor();
  await supervisor.start(`http://127.0.0.1:${port}/health`);
  return async () => {
    await supervisor.stop();
    await smtp.stop();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}

async function startMailServer(directory: string) {
  execFileSync("mkdir", ["-p", directory]);
  let count = 0;
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        count += 1;
        writeFileSync(join(directory, `${String(count).padStart(4, "0")}.eml`), Buffer.concat(parts));
        done();
      });
    },
  });
  const port = await freePort();
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", () => listening()));
  return { port, stop: () => new Promise<void>((done) => server.close(() => done())) };
}
