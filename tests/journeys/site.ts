import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { SMTPServer } from "smtp-server";

import { freePort } from "#scripts/free-port.ts";
import { startScratchSite } from "#scripts/scratch-site.ts";

/**
 * The whole product for the journeys: PostgreSQL, migrations, courses, the production build, a worker, and a mail
 * server on loopback that keeps what it gets as files.
 */
export default async function startSite() {
  const workshop = mkdtempSync(join(tmpdir(), "sigurna-workshop-"));
  const mailDirectory = join(workshop, "mails");
  mkdirSync(mailDirectory);
  const smtp = await startMailServer(mailDirectory);
  const site = await startScratchSite("journeys", join(import.meta.dirname, "prepare.ts"), {
    SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    EXIT_URL: "https://example.org/",
    JOURNEY_MAILS: mailDirectory,
    SCRATCH_FOLDER: workshop,
  });
  return async () => {
    await site.stop();
    await smtp.stop();
    rmSync(workshop, { recursive: true, force: true });
  };
}

async function startMailServer(directory: string) {
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
