import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { compareFiles } from "#app/tools/evidence/comparison.ts";
import { sha256Of } from "#app/tools/evidence/digest.ts";
import { fieldOfTime, timeOfField, timeWithOffset, writtenTime } from "#app/tools/evidence/local-time.ts";
import { type HashedFile, preservationRecord, readRecordedFiles } from "#app/tools/evidence/record.ts";

const details = {
  by: " social worker, M. K. ",
  when: "2026-11-29T12:30",
  platform: "Messages",
  address: "",
  how: "picture of the screen",
  remarks: "",
  withoutNames: false,
};
const now = new Date("2026-11-29T12:31:05Z");

function hashed(name: string, content: string): HashedFile {
  const sha256 = createHash("sha256").update(content).digest("hex");
  return {
    file: { name, size: content.length, type: "text/plain", lastModified: 1_790_000_000_000 },
    sha256,
  };
}

function recorded(files: HashedFile[], withoutNames = false) {
  return preservationRecord(files, { ...details, withoutNames }, now).files;
}

test.each([
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
])("the hash of %j is the one that the standard gives", async (text, hash) => {
  expect(await sha256Of(new Blob([text]))).toBe(hash);
});

test("a file longer than one piece has the hash that other programs give it, and progress ends at its length", async () => {
  const bytes = Buffer.alloc(5_000_001, "sigurna");
  const progress: number[] = [];
  const hash = await sha256Of(new Blob([bytes]), (read) => progress.push(read));
  expect(hash).toBe(createHash("sha256").update(bytes).digest("hex"));
  expect(progress).toEqual([2_097_152, 4_194_304, 5_000_001]);
});

test("hashing ends where it is stopped, without a hash", async () => {
  let read = 0;
  const file = new Blob([Buffer.alloc(5_000_000)]);
  expect(
    await sha256Of(
      file,
      (bytes) => (read = bytes),
      () => read > 0,
    ),
  ).toBeNull();
  expect(read).toBe(2_097_152);
});

test("a record holds the files, who kept them and when, in local time with its distance from UTC", () => {
  const record = preservationRecord([hashed("a.txt", "a")], details, now);
  expect(record).toMatchObject({
    format: "sigurna-preservation-record",
    version: 1,
    hashAlgorithm: "SHA-256",
    preservedBy: "social worker, M. K.",
    files: [{ number: 1, name: "a.txt", size: 1, sha256: hashed("a.txt", "a").sha256 }],
  });
  expect(new Date(record.recordedAt)).toEqual(now);
  expect(record.preservedAt).toMatch(/^2026-11-29T12:30:00[+-]\d\d:\d\d$/);
});

test("names that are left out are nowhere in the record", () => {
  const record = preservationRecord([hashed("her name.txt", "a")], { ...details, withoutNames: true }, now);
  expect(JSON.stringify(record)).not.toContain("her name");
});

test("times go through a field and back, and no time is no time", () => {
  expect(fieldOfTime(new Date(timeOfField("2026-03-29T03:30")))).toBe("2026-03-29T03:30");
  expect(timeOfField("")).toBe("");
  expect(timeOfField("soon")).toBe("");
  expect(writtenTime("2026-11-29T13:05:12+01:00")).toBe("2026-11-29 13:05:12 +01:00");
  expect(timeWithOffset(now)).toMatch(/^2026-11-29T\d\d:\d\d:05[+-]\d\d:\d\d$/);
});

test("a record is read back, and what is none is refused", () => {
  const record = preservationRecord([hashed("a.txt", "a")], details, now);
  expect(readRecordedFiles(JSON.stringify(record))).toEqual(record.files);
  const [file] = record.files;
  for (const foreign of [
    "",
    "null",
    "[]",
    "{}",
    JSON.stringify({ ...record, version: 2 }),
    JSON.stringify({ ...record, files: "a.txt" }),
    JSON.stringify({ ...record, files: [null] }),
    JSON.stringify({ ...record, files: [{ ...file, sha256: "abc" }] }),
    JSON.stringify({ ...record, files: [{ ...file, name: { text: "a" } }] }),
  ]) {
    expect(readRecordedFiles(foreign), foreign).toBeNull();
  }
});

test("of a record's files it is said which are the same, changed or missing", () => {
  const record = recorded([hashed("a", "1"), hashed("b", "2"), hashed("c", "3")]);
  const { files, others } = compareFiles(record, [hashed("a", "1"), hashed("b", "other"), hashed("d", "4")]);
  expect(files.map(({ state }) => state)).toEqual(["same", "changed", "missing"]);
  expect(others).toEqual(["d"]);
});

test("a renamed file is the same, even under the name of another that is gone", () => {
  const record = recorded([hashed("a", "1"), hashed("b", "2")]);
  const { files } = compareFiles(record, [hashed("b", "1")]);
  expect(files).toMatchObject([{ state: "same", foundAs: "b" }, { state: "missing" }]);
});

test("two files with the same content each find the one of their name", () => {
  const record = recorded([hashed("a", "1"), hashed("b", "1")]);
  expect(compareFiles(record, [hashed("b", "1")]).files).toMatchObject([
    { state: "missing" },
    { state: "same" },
  ]);
});

test("files without names are recognised by their hash", () => {
  const record = recorded([hashed("a", "1"), hashed("b", "2")], true);
  const { files } = compareFiles(record, [hashed("x", "2"), hashed("a", "changed")]);
  expect(files).toMatchObject([{ state: "missing" }, { state: "same", foundAs: "x" }]);
});
