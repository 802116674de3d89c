import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";

import { draftMediaPage, submitMedia } from "#app/authoring/draft-media-page.server.ts";
import { convert } from "#app/authoring/film-conversion.server.ts";
import { formatToConvert } from "#app/authoring/film-format.ts";
import { hasFfmpeg } from "#app/platform/ffmpeg.server.ts";
import { smallDraft } from "#tests/builders/small-draft.ts";

const desk = mkdtempSync(join(tmpdir(), "films-"));
afterAll(() => rmSync(desk, { recursive: true, force: true }));

type Drafted = Pick<Awaited<ReturnType<typeof smallDraft>>, "vera" | "slug">;

function add({ vera, slug }: Drafted, name: string, path: string) {
  const file = { name, path, isTooLarge: false };
  return submitMedia(vera, slug, { fields: {}, files: new Map([["file", file as never]]) });
}

const pageOf = ({ vera, slug }: Drafted) => draftMediaPage(vera, slug, "en");

test.each([
  ["a film of an iPhone", "00000014667479707174202000000000", "mov"],
  ["a film of an old phone", "00000018667479703367703400000000", "mov"],
  ["AVI", "524946460000000041564920", "avi"],
  ["WMV", "3026b2758e66cf11a6d900aa0062ce6c", "asf"],
  ["Matroska", `1a45dfa3a34286810142f7810142f2810442f381084282886d6174726f736b61`, "matroska"],
  ["MP4", "000000186674797069736f6d00000200", null],
  ["WebM", "1a45dfa39f4286810142f7810142f2810442f381084282847765626d", null],
  ["a picture", "ffd8ffe000104a464946", null],
])("%s is known by its first bytes", (_name, hex, format) => {
  expect(formatToConvert(Buffer.from(hex, "hex"))).toBe(format);
});

test("the page says whether films are converted here", async () => {
  expect((await pageOf(await smallDraft())).isConverting).toBe(hasFfmpeg());
});

test.skipIf(!hasFfmpeg())(
  "a film that browsers do not play becomes an MP4 without what was noted in it",
  async () => {
    const drafted = await smallDraft();
    const sent = join(desk, "sent.avi");
    const made = spawnSync("ffmpeg", [
      ...[
        "-hide_banner",
        "-loglevel",
        "error",
        "-f",
        "lavfi",
        "-i",
        "testsrc=duration=1:size=321x240:rate=5",
      ],
      ...["-f", "lavfi", "-i", "sine=duration=1", "-metadata", "title=Her name", "-c:v", "mpeg4", "-y", sent],
    ]);
    expect(made.status).toBe(0);
    expect(await add(drafted, "Разговор.avi", sent)).toEqual({ done: "converting", path: "Разговор.avi" });
    const [film] = (await pageOf(drafted)).conversions;
    expect(film).toMatchObject({ name: "Разговор.avi", refusal: null });

    await convert(film?.id ?? "");
    await convert(film?.id ?? "");
    const page = await pageOf(drafted);
    expect(page.conversions).toEqual([]);
    const added = page.files.filter(({ path }) => path.startsWith("media/razgovor"));
    expect(added).toEqual([expect.objectContaining({ path: "media/razgovor.mp4", kind: "video" })]);
  },
);

test.skipIf(!hasFfmpeg())(
  "a film that cannot be read is said to be so, until it is taken off the list",
  async () => {
    const drafted = await smallDraft();
    const sent = join(desk, "broken.mov");
    writeFileSync(
      sent,
      Buffer.concat([Buffer.from("0000001466747970717420200000000071742020", "hex"), Buffer.alloc(900, 7)]),
    );
    await add(drafted, "broken.mov", sent);
    expect(readFileSync(sent)).toHaveLength(920);
    const [film] = (await pageOf(drafted)).conversions;
    await convert(film?.id ?? "");
    expect((await pageOf(drafted)).conversions).toEqual([
      expect.objectContaining({ refusal: "media.notConverted" }),
    ]);
    await submitMedia(drafted.vera, drafted.slug, {
      fields: { intent: "forget", path: film?.id ?? "", name: "broken.mov" },
      files: new Map(),
    });
    expect((await pageOf(drafted)).conversions).toEqual([]);
  },
);
