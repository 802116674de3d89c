import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { expect, test } from "vitest";

import { freePort } from "#scripts/free-port.ts";

const port = await freePort();
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;

const { db } = await import("#app/platform/db.server.ts");
const { deliver } = await import("#app/notifications/delivery.server.ts");
const { requestMail } = await import("#app/notifications/outgoing-mail.server.ts");
const { learner } = await import("#tests/builders/people.ts");

const received: Buffer[] = [];
let isRefusing = false;
const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onMailFrom: (_address, _session, done) => done(isRefusing ? new Error("try later") : null),
  onData(stream, _session, done) {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      received.push(Buffer.concat(parts));
      done();
    });
  },
});
await new Promise<void>((listening) => server.listen(port, "127.0.0.1", () => listening()));

test("a mail that the server refuses for a while arrives later, once, in the recipient's language", async () => {
  const ana = await learner({ name: "Љубица", language: "sr-Cyrl" });
  const ask = () =>
    requestMail(db, { recipientId: ana.id, template: "password-reset", data: {}, dedupeKey: "reset:1" });
  const mailId = await ask();
  expect(await ask()).toBe(mailId);
  isRefusing = true;
  await expect(deliver(mailId, {})).rejects.toThrow();
  expect(await db.outgoingMail.findUniqueOrThrow({ where: { id: mailId } })).toMatchObject({ sentAt: null });
  isRefusing = false;
  await deliver(mailId, {});
  await deliver(mailId, {});
  expect(received).toHaveLength(1);
  const mail = await simpleParser(received[0] as Buffer);
  expect(mail.subject).toBe("Ваша нова лозинка за Sigurna");
  expect(mail.text).toMatch(/http:\/\/localhost:3000\/password-reset\/\S{32}/);
  const row = await db.outgoingMail.findUniqueOrThrow({ where: { id: mailId } });
  expect(JSON.stringify(row)).not.toContain("password-reset/");
  await new Promise<void>((closed) => server.close(() => closed()));
});
