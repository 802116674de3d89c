import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { draftMediaPage, submitMedia } from "#app/authoring/draft-media-page.server.ts";
import { isUnplayed } from "#app/authoring/film-codec.server.ts";
import { convert } from "#app/authoring/film-conversion.server.ts";
import { formatToConvert } from "#app/authoring/film-format.ts";
import { hasFfmpeg } from "#app/platform/ffmpeg.server.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";
import { smallDraft } from "#tests/builders/small-draft.ts";

const desk = scratchFolder("films");

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

const box = (type: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
};

/** As little of an MP4 as says what it holds, its index behind the film. */
function mp4Of(...codecs: string[]): Buffer {
  const track = (codec: string) => {
    const descriptions = box("stsd", Buffer.alloc(8), box(codec, Buffer.alloc(78)));
    return box(
      "trak",
      box("tkhd", Buffer.alloc(4)),
      box("mdia", box("minf", box("stbl", descriptions, box("stts")))),
    );
  };
  const index = box("moov", box("mvhd", Buffer.alloc(100)), ...codecs.map(track));
  return Buffer.concat([box("ftyp", Buffer.from("isom0000isom")), box("mdat", Buffer.alloc(5000, 7)), index]);
}

function webmOf(...codecs: string[]): Buffer {
  const head = Buffer.from("1a45dfa39f4286810142f7810142f2810442f381084282847765626d", "hex");
  const tracks = codecs.map((name) =>
    Buffer.concat([Buffer.from([0x86, 0x80 + name.length]), Buffer.from(name), Buffer.from("s")]),
  );
  return Buffer.concat([head, ...tracks, Buffer.alloc(100)]);
}

test.each([
  ["MP4 of H.264 and AAC", "video/mp4", mp4Of("avc1", "mp4a"), false],
  ["MP4 of AV1", "video/mp4", mp4Of("av01"), false],
  ["MP4 of HEVC", "video/mp4", mp4Of("hvc1", "mp4a"), true],
  ["MP4 of H.264 with AC-3", "video/mp4", mp4Of("avc1", "ac-3"), true],
  ["MP4 cut off before its index", "video/mp4", mp4Of("hvc1").subarray(0, 900), false],
  ["WebM of VP9 and Opus", "video/webm", webmOf("V_VP9", "A_OPUS"), false],
  ["WebM of HEVC", "video/webm", webmOf("V_MPEGH/ISO/HEVC", "A_OPUS"), true],
])("%s: whether browsers play it is told by its codecs", async (_name, contentType, bytes, expected) => {
  const path = join(desk, "codecs");
  writeFileSync(path, bytes);
  expect(await isUnplayed(path, contentType)).toBe(expected);
});

test("an MP4 that browsers do not play is converted, or refused where nothing converts", async () => {
  const drafted = await smallDraft();
  const path = join(desk, "hevc.mp4");
  writeFileSync(path, mp4Of("hvc1"));
  expect(await add(drafted, "hevc.mp4", path)).toEqual(
    hasFfmpeg()
      ? { done: "converting", path: "hevc.mp4" }
      : { done: null, path: null, refusal: "media.filmUnplayed" },
  );
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
