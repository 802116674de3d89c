import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { type Canvas, createCanvas, loadImage } from "@napi-rs/canvas";
import { type Action, ActionType, DigitalSourceType } from "@trustnxt/c2pa-ts/manifest";

import { withExif } from "./provenance-samples/exif.ts";
import {
  corridor,
  disc,
  height,
  hills,
  houses,
  lit,
  moved,
  paint,
  shadow,
  sky,
  table,
  vessel,
  water,
  width,
} from "./provenance-samples/scenes.ts";
import { signed, trainingSigner } from "./provenance-samples/training-signer.ts";

/**
 * Makes the pictures of the provenance lab (app/tools/provenance/samples.ts) anew: `npm run samples:provenance`. The
 * scenes are always the same; certificates and signatures are new each time.
 */
const folder = join(import.meta.dirname, "../public/samples");

const captured: Action = {
  action: ActionType.C2paCreated,
  digitalSourceType: DigitalSourceType.DigitalCapture,
};
const byModel: Action = {
  action: ActionType.C2paCreated,
  digitalSourceType: DigitalSourceType.TrainedAlgorithmicMedia,
};
const edited: Action = { action: ActionType.C2paEdited };

const bowlOfFruit = [
  table(200, "#a8794b", "#5b3a1f"),
  shadow(250, 258, 130),
  disc(190, 196, 34, "#f0b45a", "#a85a12"),
  disc(250, 184, 38, "#d9583b", "#7c1d12"),
  disc(305, 198, 33, "#b9c65a", "#5c6b1c"),
  vessel(248, 208, 8, [104, 100, 92, 80, 64, 44], "#e9e3d5", "#8a8373"),
];

const jug = [
  table(210, "#8b8f86", "#4a4d47"),
  shadow(190, 276, 90),
  vessel(190, 96, 14, [34, 30, 26, 26, 34, 48, 58, 62, 62, 58, 52, 44, 36], "#6f93b0", "#22384a"),
  shadow(330, 276, 60),
  disc(330, 250, 30, "#f2d9a0", "#a37a2c"),
];

const nightLake = [
  sky("#0d1730", "#2a3a63", "#8c7b8f"),
  disc(330, 70, 22, "#fff6dd", "#e8dcb8"),
  hills(190, 26, "#1b2238"),
  water(215, "#1f2b4a", "#c9c3c9"),
];

async function main() {
  const camera = await trainingSigner("Training camera");
  const editor = await trainingSigner("Training editor");
  const model = await trainingSigner("Training image generator");

  const lake = paint(
    1,
    sky("#7fb0d6", "#cfe2ee", "#f3e6d2"),
    hills(150, 34, "#6b8aa0", "#9fb3bd"),
    hills(185, 22, "#3f6b52", "#25402f"),
    water(215, "#4f86a6", "#dcecf2"),
  );
  await save("lake", await signed(await jpeg(lake), camera, "lake", [captured]));
  await save("bowl", await jpeg(paint(2, sky("#d8cbb6", "#b8a88f"), ...bowlOfFruit)));

  const street = paint(
    3,
    sky("#e8b98a", "#f4dcc0", "#d9d2c8"),
    houses(270, ["#b5654a", "#d8b77a", "#7a8f8a", "#c4a08f", "#8a6f63", "#d0c4a4"]),
    table(268, "#9a968f", "#55524d"),
  );
  const streetSigned = await signed(await jpeg(street), camera, "street", [captured]);
  await save("street", await reencoded(streetSigned));

  const field = paint(
    4,
    sky("#5d8fc4", "#a9c9e4", "#f6efd9"),
    hills(170, 18, "#7d9a5c", "#a9b36a"),
    hills(220, 14, "#c6a94f", "#8c6f2a"),
    hills(268, 10, "#6a7f3a", "#394a1f"),
  );
  await save("field", await signed(withExif(await jpeg(field)), camera, "field", [captured]));

  await save(
    "moon",
    await jpeg(paint(5, ...nightLake, moved(300, 40, 60, 60, 90, 40), moved(230, 40, 60, 60, 300, 40))),
  );

  const jugEdited = paint(
    6,
    sky("#c9c4b8", "#a39c8c"),
    ...jug,
    disc(412, 258, 26, "#f2d9a0", "#a37a2c"),
    lit(150, 90, 150),
  );
  await save("jug", await signed(await jpeg(jugEdited), editor, "jug", [captured, edited]));

  const hall = paint(
    7,
    sky("#2c3f58", "#8098b0"),
    corridor("#e6d9bf", "#7b6a58"),
    disc(240, 150, 26, "#fffbe8", "#f2d795"),
  );
  await save("hall", await signed(await jpeg(hall), model, "hall", [byModel]));

  const dunes = paint(
    8,
    sky("#e9c78f", "#f6e3bf", "#f0d9a8"),
    disc(120, 80, 26, "#fff3d0", "#ffe3a0"),
    hills(180, 30, "#d9a95e", "#a8712f"),
    hills(235, 24, "#c28a43", "#7d4f1e"),
  );
  const dunesSigned = await signed(await jpeg(dunes), camera, "dunes", [captured]);
  await save("dunes", await overpainted(dunesSigned, dunes));
}

function jpeg(canvas: Canvas): Promise<Uint8Array> {
  return canvas.encode("jpeg", 72);
}

/** What a messenger does: the picture is read and written again, and all that was beside it is gone. */
async function reencoded(picture: Uint8Array): Promise<Uint8Array> {
  const canvas = createCanvas(width, height);
  canvas.getContext("2d").drawImage(await loadImage(picture), 0, 0);
  return canvas.encode("jpeg", 60);
}

/** The credentials of one picture before the changed pixels of another: what they say no longer fits. */
async function overpainted(signedPicture: Uint8Array, canvas: Canvas): Promise<Uint8Array> {
  const context = canvas.getContext("2d");
  moved(90, 50, 60, 60, 330, 60)(context, () => 0);
  return Buffer.concat([credentialsOf(signedPicture), (await jpeg(canvas)).subarray(2)]);
}

/** From the start of a JPEG to the end of its last APP11 segment, in which credentials lie. */
function credentialsOf(picture: Uint8Array): Uint8Array {
  const view = new DataView(picture.buffer, picture.byteOffset, picture.byteLength);
  const parts = [picture.subarray(0, 2)];
  for (let at = 2; view.getUint16(at) !== 0xffda; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint16(at) === 0xffeb) parts.push(picture.subarray(at, at + 2 + view.getUint16(at + 2)));
  }
  return Buffer.concat(parts);
}

async function save(name: string, picture: Uint8Array) {
  if (picture.length > 60_000) throw new Error(`${name}.jpg has ${picture.length} bytes.`);
  await writeFile(join(folder, `${name}.jpg`), picture);
}

await main();
