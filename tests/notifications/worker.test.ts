import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { expect, test, vi } from "vitest";

import { freePort } from "#scripts/free-port.ts";
import { endWorker, startWorker } from "#tests/builders/worker.ts";

const port = await freePort();
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;

const { db } = await import("#app/platform/db.server.ts");
const { dispatchMail, requestMail } = await import("#app/notifications/outgoing-mail.server.ts");
const { learner } = await import("#tests/builders/people.ts");

let isRefusing = true;
let refused = 0;
const received: string[] = [];
const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onMailFrom(_address, _session, done) {
    if (isRefusing) refused += 1;
    done(isRefusing ? new Error("try later") : null);
  },
  onData(stream, _session, done) {
    void simpleParser(stream).then((mail) => {
      const to = [mail.to ?? []].flat().flatMap(({ value }) => value);
      received.push(to[0]?.address ?? "");
      done();
    });
  },
});
await new Promise<void>((listening) => server.listen(port, "127.0.0.1", () => listening()));

test(
  "mails that the server refuses for a while arrive later, once each, though the worker is killed meanwhile",
  { timeout: 120_000 },
  async () => {
    const addresses = [1, 2, 3, 4, 5].map((number) => `waits.${number}@example.org`);
    for (const email of addresses) {
      const { id } = await learner({ email });
      await dispatchMail(
        await requestMail(db, {
          recipientId: id,
          template: "password-reset",
          data: {},
          dedupeKey: `reset:${id}`,
        }),
      );
    }
    const first = startWorker();
    await vi.waitUntil(() => refused >= addresses.length, { timeout: 60_000 });
    await endWorker(first, "SIGKILL");
    expect(received).toEqual([]);

    isRefusing = false;
    const second = startWorker();
    const sent = () => db.outgoingMail.count({ where: { sentAt: { not: null } } });
    await vi.waitUntil(async () => (await sent()) === addresses.length, { timeout: 80_000, interval: 100 });
    await endWorker(second, "SIGTERM");
    expect([...received].sort()).toEqual(addresses);
    await new Promise<void>((closed) => server.close(() => closed()));
  },
);
