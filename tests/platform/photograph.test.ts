import sharp from "sharp";
import { expect, test } from "vitest";

import { photographAnew } from "#app/platform/photograph.server.ts";
import type { Photograph } from "#app/platform/picture-process.server.ts";

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#0a0" } });

async function made(bytes: Buffer): Promise<Photograph> {
  const picture = await photographAnew(bytes);
  if (picture === null || typeof picture === "string") throw new Error(String(picture));
  return picture;
}

test("of a photograph nothing is left but pixels: no place, no device, no profile; and it stands upright", async () => {
  const photo = await canvas(2400, 1200)
    .jpeg()
    .withExif({
      IFD0: { Make: "Sigurnafon", Copyright: "Ana" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "41/1 59/1 4600/100", GPSLongitude: "21/1 25/1 5300/100" },
    })
    .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'><place>Skopje</place></x:xmpmeta>")
    .withMetadata({ orientation: 6 })
    .toBuffer();
  expect((await sharp(photo).metadata()).exif?.includes("Sigurnafon")).toBe(true);
  const { bytes, contentType } = await made(photo);
  expect(contentType).toBe("image/jpeg");
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 800, height: 1600 });
  const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
  expect([exif, xmp, iptc, icc, orientation]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  for (const trace of ["Exif", "Sigurnafon", "Ana", "Skopje"])
    expect(Buffer.from(bytes).includes(trace), trace).toBe(false);
});

test("what hides behind a picture's end is not taken along", async () => {
  const photo = Buffer.concat([
    await canvas(20, 10).png().toBuffer(),
    Buffer.from("<script>alert(1)</script>"),
  ]);
  const { bytes, contentType } = await made(photo);
  expect(contentType).toBe("image/png");
  expect(Buffer.from(bytes).includes("script")).toBe(false);
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 20, height: 10 });
});

test("moving pictures, giant ones and damaged ones are refused, each by its name", async () => {
  const pixels = Buffer.concat([Buffer.alloc(10 * 20 * 3, 1), Buffer.alloc(10 * 20 * 3, 200)]);
  const frames = await sharp(pixels, { raw: { width: 10, height: 40, channels: 3, pageHeight: 20 } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();
  expect((await sharp(frames).metadata()).pages).toBe(2);
  expect(await photographAnew(frames)).toBe("animated");
  const giant = await canvas(16_000, 16_000).png({ compressionLevel: 9 }).toBuffer();
  expect(giant.length).toBeLessThan(2 * 1024 ** 2);
  expect(await photographAnew(giant)).toBe("tooManyPixels");
  const whole = await canvas(400, 400).jpeg().toBuffer();
  expect(await photographAnew(whole.subarray(0, whole.length / 2))).toBeNull();
});
