import { expect, test } from "vitest";

import { languages } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { looksLikeAddress } from "#app/tools/notice/address.ts";
import { dayFile, deadlineAfter } from "#app/tools/notice/deadline.ts";
import { readLog } from "#app/tools/notice/log.ts";
import { type NoticeElements, readNotice } from "#app/tools/notice/notice-form.ts";
import { blankParagraphs, noticeParagraphs, noticeWords, plainText } from "#app/tools/notice/notice-text.ts";

const english = noticeWords(i18nFor("en").t);
const elements: NoticeElements = {
  writer: "representative",
  grounds: ["intimate"],
  ownWords: "",
  addresses: ["https://example.org/a", "t.me/channel/12"],
  name: "Safe House Desk",
  email: "desk@example.org",
  isUsRequest: false,
};

function written(given: Partial<NoticeElements> = {}, isOtherLanguage = false): string {
  const date = "29 November 2026";
  return plainText(noticeParagraphs({ ...elements, ...given }, english, { date, isOtherLanguage }));
}

function filled(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return form;
}

const complete = {
  writer: "representative",
  "grounds[]": ["intimate"],
  ownWords: " ",
  addresses: "https://example.org/a\r\n\r\n  t.me/channel/12  ",
  name: "Safe House Desk",
  email: "desk@example.org",
  goodFaith: "yes",
};

test("a notice has the four parts of Article 16 in their order, with every address", () => {
  const text = written();
  const order = [
    "1. Why",
    "without the consent",
    "2. Where",
    "https://example.org/a",
    "t.me/channel/12",
    "3. Who",
    "written authority",
    "Safe House Desk",
    "desk@example.org",
    "4. Good faith",
    "accurate and complete",
    "29 November 2026",
  ].map((words) => text.indexOf(words));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test("own words stay as they were typed, and the other language says that they are not translated", () => {
  const ownWords = "Прекршено е правило 4.\nДва пати.";
  expect(written({ ownWords })).toContain(`In the sender’s own words:\n${ownWords}`);
  expect(written({ ownWords }, true)).toContain(`not translated:\n${ownWords}`);
  expect(written()).not.toContain("own words");
});

test("a survivor's notice has gaps for her name and e-mail, which only the platform's form is given", () => {
  const { elements: read } = readNotice(filled({ ...complete, writer: "survivor" }));
  expect(read).toMatchObject({ name: "", email: "" });
  const text = written(read);
  expect(text).toContain("Name: [name]");
  expect(text).toContain("E-mail: [e-mail]");
  expect(text).not.toContain("Safe House Desk");
});

test("for a person under 18 the contact may be left out, and the notice says why", () => {
  const form = { ...complete, "grounds[]": ["child"], name: "", email: "" };
  const { elements: read } = readNotice(filled(form));
  expect(read).toBeDefined();
  const text = written(read);
  expect(text).toContain("Article 16 does not require them");
  expect(text).not.toContain("Name:");
  expect(readNotice(filled({ ...form, "grounds[]": ["intimate"] })).errors).toEqual({
    name: "notice.nameMissing",
    email: "notice.emailMissing",
  });
});

test("a request under the US law adds consent, the 48 hours and a signature, for intimate images only", () => {
  const text = written({ isUsRequest: true });
  for (const words of ["published without consent", "48 hours", "Signature:"]) expect(text).toContain(words);
  expect(written()).not.toMatch(/48 hours|Signature/);
  const asked = { ...complete, isUsRequest: "yes" };
  expect(readNotice(filled(asked)).elements?.isUsRequest).toBe(true);
  expect(readNotice(filled({ ...asked, "grounds[]": ["threat"] })).elements?.isUsRequest).toBe(false);
});

test.each(languages.map(({ tag }) => tag))("a blank notice in %s marks every gap", (tag) => {
  const text = plainText(blankParagraphs(noticeWords(i18nFor(tag).t)));
  expect(text.match(/\[[^\]]+\]/g)).toHaveLength(7);
  expect(text).not.toMatch(/notice\.text_|undefined/);
});

test("what is missing is said at its field", () => {
  expect(readNotice(filled({})).errors).toEqual({
    writer: "notice.writerMissing",
    grounds: "notice.groundsMissing",
    addresses: "notice.addressesMissing",
    goodFaith: "notice.goodFaithMissing",
  });
  expect(readNotice(filled({ ...complete, addresses: "her profile" })).errors).toEqual({
    addresses: "notice.addressesWrong",
  });
  expect(readNotice(filled({ ...complete, email: "desk" })).errors).toEqual({ email: "notice.emailMissing" });
  expect(readNotice(filled(complete)).elements).toEqual(elements);
});

test.each([
  ["https://example.org/page?id=3#top", true],
  ["http://192.168.2.10/p", true],
  ["t.me/channel/12", true],
  ["пример.срб/страна", true],
  ["her profile", false],
  ["profile", false],
  ["javascript:alert(1)", false],
  ["mailto:somebody@example.org", false],
  ["somebody@example.org", false],
  ["https://", false],
])("%s looks like an address: %s", (line, expected) => {
  expect(looksLikeAddress(line)).toBe(expected);
});

test.each([
  ["2026-12-30", 3, "2027-01-02"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-03-28", 2, "2026-03-30"],
  ["2026-11-29", 0, null],
  ["2026-11-29", 1.5, null],
  ["2026-13-01", 2, null],
  ["", 2, null],
])("%s and %s days later is %s", (day, days, expected) => {
  expect(deadlineAfter(day, days)).toBe(expected);
});

test("a calendar's entry is a whole day and says no more than its title", () => {
  const file = dayFile({ day: "2026-12-31", title: "Reminder", now: new Date("2026-11-29T10:00:00Z") });
  expect(file.split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//calendar//EN",
    "BEGIN:VEVENT",
    "UID:20261231-20261129T100000Z",
    "DTSTAMP:20261129T100000Z",
    "DTSTART;VALUE=DATE:20261231",
    "DTEND;VALUE=DATE:20270101",
    "SUMMARY:Reminder",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("a kept log is read again; what is damaged or not ours is left out", () => {
  const entry = { id: "1", date: "2026-11-29", what: "form", answer: "", next: "" };
  expect(readLog(JSON.stringify([entry, { id: 2 }, null]))).toEqual([entry]);
  for (const kept of [null, "", "{", '"text"', "{}"]) expect(readLog(kept)).toEqual([]);
});
