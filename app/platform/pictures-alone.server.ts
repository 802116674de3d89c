/**
 * Makes pictures for `picture-process.server.ts`, in a process of its own: one made to be dangerous keeps a processor and
 * memory busy until it is killed. librsvg runs no script, and opens no file and no address of a drawing without a place.
 */
import sharp from "sharp";

import type { Photograph, PhotographFault, PictureTask } from "./picture-process.server.ts";

/** Pixels of what is made: for a drawing twice the size it states, for sharp screens. */
const longestSide = 1600;
const enlargement = 2;
const maxDrawnPixels = longestSide ** 2;
/** Telephones make photographs of 50 megapixels. */
const maxPhotographPixels = 51_000_000;
const maxResidentBytes = 384 * 1024 ** 2;

sharp.concurrency(1);
sharp.cache(false);

// The work goes on in another thread, which only SIGKILL does not wait for.
const end = () => process.kill(process.pid, "SIGKILL");
process.once("disconnect", end);
process.on("message", ({ kind, bytes }: PictureTask) => {
  const made: Promise<unknown> = kind === "drawing" ? draw(bytes) : encodeAnew(bytes);
  made.then(
    (picture) => process.send?.(picture),
    () => process.send?.(null),
  );
});
process.send?.("ready");
setInterval(() => {
  if (process.memoryUsage.rss() > maxResidentBytes) end();
}, 20);

async function draw(svg: Uint8Array): Promise<Buffer> {
  const { width, height } = await sharp(svg, { limitInputPixels: false }).metadata();
  const scale = Math.min(enlargement, longestSide / Math.max(width, height));
  return sharp(svg, { density: 72 * scale, limitInputPixels: maxDrawnPixels, failOn: "error" })
    .png()
    .toBuffer();
}

/** Turned as the camera was held. Only pixels are left: no place, time, device, thumbnail or colour profile. */
async function encodeAnew(bytes: Uint8Array): Promise<Photograph | PhotographFault> {
  const { format, width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (pages > 1) return "animated";
  if (width * height > maxPhotographPixels) return "tooManyPixels";
  const picture = sharp(bytes, { limitInputPixels: maxPhotographPixels, failOn: "error" })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true });
  switch (format) {
    case "jpeg":
      return {
        bytes: await picture.jpeg({ quality: 80, mozjpeg: true }).toBuffer(),
        contentType: "image/jpeg",
      };
    case "webp":
      return { bytes: await picture.webp({ quality: 80 }).toBuffer(), contentType: "image/webp" };
    default:
      return { bytes: await picture.png({ compressionLevel: 9 }).toBuffer(), contentType: "image/png" };
  }
}
