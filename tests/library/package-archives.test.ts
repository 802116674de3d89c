import { symlinkSync } from "node:fs";
import { join } from "node:path";

import fc from "fast-check";
import { expect, test } from "vitest";

import { checkPackage } from "#app/library/check-package.server.ts";
import { foldedPath, safePath, topFolder } from "#app/library/package-paths.ts";
import { PackageRefusedError } from "#app/library/package-refusal.ts";
import { archive, fileOf, unpacked } from "#tests/builders/archives.ts";
import { scorm12, scormFiles } from "#tests/builders/manifests.ts";
import { zipBytes, type ZipEntry } from "#tests/builders/zip-bytes.ts";

const page = "<!doctype html><title>One</title>";
const whole: ZipEntry[] = Object.entries(scormFiles(scorm12())).map(([name, content]) => ({ name, content }));

async function refusalOf(path: string) {
  const outcome = await checkPackage(path);
  return "refusal" in outcome ? outcome.refusal : null;
}

async function findingsOf(path: string): Promise<string[]> {
  const outcome = await checkPackage(path);
  if ("refusal" in outcome) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.findings.map(({ key }) => key);
}

test.each<[string, ZipEntry, string]>([
  ["a name that leads out", { name: "../../etc/passwd", content: "x" }, "refusedTraversal"],
  ["a name that leads out in Windows' way", { name: "..\\..\\evil.txt", content: "x" }, "refusedTraversal"],
  ["a name that leads out after going in", { name: "a/../../evil.txt", content: "x" }, "refusedTraversal"],
  ["a folder that leads out", { name: "../evil/", content: "", method: 0 }, "refusedTraversal"],
  ["an absolute name", { name: "/etc/passwd", content: "x" }, "refusedAbsolute"],
  ["a drive letter", { name: "C:\\Windows\\evil.dll", content: "x" }, "refusedAbsolute"],
  ["a network share", { name: "\\\\server\\share\\x", content: "x" }, "refusedAbsolute"],
  ["a NUL in a name", { name: "page.html\0.png", content: "x" }, "refusedName"],
  ["a name without end", { name: `${"a/".repeat(600)}x.html`, content: "x" }, "refusedLongName"],
  ["a symbolic link", { name: "link", content: "/etc/passwd", mode: 0o120777 }, "refusedLink"],
  ["a device", { name: "device", content: "", mode: 0o020666 }, "refusedLink"],
  ["a second file of the same name", { name: "index.html", content: page }, "refusedDuplicate"],
  ["another file in other capital letters", { name: "INDEX.html", content: "other" }, "refusedCase"],
  ["an encrypted file", { name: "secret.html", content: "x", flags: 0x801 }, "refusedEncrypted"],
  ["a file compressed in an unknown way", { name: "x.html", content: "x", method: 14 }, "refusedCompression"],
  ["a wrong checksum", { name: "x.html", content: "x", checksum: 1 }, "refusedDamaged"],
  ["more content than declared", { name: "x.html", content: "xxxxxxxx", bytes: 2 }, "refusedDamaged"],
  ["less content than declared", { name: "x.html", content: "xx", bytes: 8 }, "refusedDamaged"],
])("an archive with %s is refused", async (_, entry, key) => {
  expect((await refusalOf(archive([...whole, entry])))?.key).toBe(`packages.${key}`);
});

test("an archive that would swell beyond reason is refused before anything of it is read", async () => {
  const bomb = { name: "zeros.bin", content: "", bytes: 300 * 1024 ** 2 };
  expect(await refusalOf(archive([...whole, bomb]))).toEqual({
    key: "packages.refusedRatio",
    values: { limit: 200 },
  });
});

test("entries that share their bytes, as bombs do, are refused", async () => {
  const kernel = { name: "kernel", content: Buffer.alloc(50_000, "ab"), method: 0 };
  const copies = Array.from({ length: 20 }, (_, index) => ({
    ...kernel,
    name: `copy-${index}`,
    sharesWith: 0,
  }));
  expect((await refusalOf(archive([kernel, ...copies])))?.key).toBe("packages.refusedRatio");
});

test("more files or bytes than allowed are refused", async () => {
  const many = Array.from({ length: 50_001 }, (_, index) => ({
    name: String(index),
    content: "",
    method: 0,
  }));
  expect((await refusalOf(archive(many)))?.key).toBe("packages.refusedTooMany");
  const huge = [1, 2].map((n) => ({ name: `${n}.mp4`, content: "", bytes: 3 * 1024 ** 3 }));
  expect((await refusalOf(archive([...whole, ...huge])))?.key).toMatch(/refused(Ratio|TooLarge)/);
});

test.each([
  ["a web page", page, "html"],
  ["a PDF", "%PDF-1.7", "pdf"],
  ["a RAR archive", Buffer.from("526172211a0700", "hex"), "rar"],
  ["a program", Buffer.from("4d5a9000", "hex"), "program"],
  ["plain text", "Dear all", "text"],
  ["nothing", "", "empty"],
])("%s that is named .zip is told apart by its content", async (_, content, kind) => {
  expect(await refusalOf(fileOf(content, "course.zip"))).toEqual({
    key: "packages.refusedNotZip",
    values: { fileName: "course.zip", kind },
  });
});

test("an archive that breaks off is damaged, wherever it breaks off", async () => {
  const bytes = zipBytes(whole);
  for (const share of [0.3, 0.7, 0.95]) {
    const cut = fileOf(bytes.subarray(0, Math.floor(bytes.length * share)), "cut.zip");
    expect((await refusalOf(cut))?.key).toBe("packages.refusedDamagedArchive");
  }
  expect((await refusalOf(archive([])))?.key).toBe("packages.refusedEmptyArchive");
});

test("what is meant clearly is read all the same, and listed", async () => {
  const files = scormFiles(scorm12());
  const inFolder = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`My course/${name}`, text]),
  );
  expect(await findingsOf(archive(inFolder))).toEqual(["packages.forgivenTopFolder"]);
  expect(await findingsOf(archive([...whole, { name: "img\\a.png", content: "x" }]))).toEqual([
    "packages.forgivenBackslashes",
  ]);
  expect(await findingsOf(archive([...whole, { name: "šта.txt", content: "x", flags: 0 }]))).toEqual([
    "packages.forgivenNames",
  ]);
  expect(
    await findingsOf(archive([...whole, { name: "Index.html", content: files["index.html"] ?? "" }])),
  ).toEqual(["packages.forgivenTwins"]);
});

test("leftovers of file managers are left out without a word", async () => {
  const outcome = await checkPackage(
    archive({
      ...scormFiles(scorm12()),
      "__MACOSX/._index.html": "x",
      ".DS_Store": "x",
      "img/Thumbs.db": "x",
    }),
  );
  if ("refusal" in outcome) throw new Error(outcome.refusal.key);
  expect(outcome.findings).toEqual([]);
  expect(outcome.files.map(({ path }) => path)).toEqual(["imsmanifest.xml", "index.html"]);
});

test("an archive inside a package is a file like any other; archives alone are no package", async () => {
  expect(await refusalOf(archive({ ...scormFiles(scorm12()), "extras/all.zip": "PK" }))).toBeNull();
  expect(await refusalOf(archive({ "one.zip": "PK", "two.zip": "PK" }))).toEqual({
    key: "packages.refusedNested",
    values: { names: "one.zip, two.zip", more: 0 },
  });
});

test("a folder is read like an archive of it, and links in it are refused", async () => {
  const files = scormFiles(scorm12());
  const folder = unpacked(files);
  const [ofFolder, ofArchive] = await Promise.all([checkPackage(folder), checkPackage(archive(files))]);
  if ("refusal" in ofFolder || "refusal" in ofArchive) throw new Error("refused");
  expect(ofFolder.sha256).toBe(ofArchive.sha256);
  expect(ofFolder.files).toEqual(ofArchive.files);
  symlinkSync("/etc/passwd", join(folder, "link.html"));
  expect((await refusalOf(folder))?.key).toBe("packages.refusedLink");
});

const part = fc.oneof(
  fc.constantFrom("..", ".", "", "a", "C:", "~", "...", "..\0", "%2e%2e", "a:b"),
  fc.string({ maxLength: 8 }),
);
const name = fc
  .tuple(fc.array(part, { maxLength: 6 }), fc.constantFrom("/", "\\", "//"))
  .map(([parts, separator]) => parts.join(separator));

test("no name that is accepted leads out of the package, in whatever way it is joined to a folder", () => {
  fc.assert(
    fc.property(name, (given) => {
      let path: string;
      try {
        path = safePath(given);
      } catch (error) {
        expect(error).toBeInstanceOf(PackageRefusedError);
        return;
      }
      const url = new URL(
        path.split("/").map(encodeURIComponent).join("/"),
        "https://content.example/files/",
      );
      expect(join("/root", path).startsWith("/root")).toBe(true);
      expect(url.href.startsWith("https://content.example/files/")).toBe(true);
      expect(path).not.toMatch(/\\|\0|^\/|(^|\/)\.\.?(\/|$)/);
      expect(safePath(path)).toBe(path);
    }),
    { numRuns: 2000 },
  );
});

test("a folder around everything is found however deep, and never a file", () => {
  expect(topFolder(["a/b/x", "a/b/c/y"])).toBe("a/b/");
  expect(topFolder(["a/x", "ab/y"])).toBe("");
  expect(topFolder(["x"])).toBe("");
  expect(foldedPath("Ž/А.HTML")).toBe("ž/а.html");
});
