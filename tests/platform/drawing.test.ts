import { rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import sharp from "sharp";
import { afterAll, expect, test } from "vitest";

import { drawing, isDrawing } from "#app/platform/drawing.server.ts";
import { seconds } from "#app/platform/clock.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";

const { draw, end } = drawing();
afterAll(end);

const square = 'width="40" height="40"';
const svg = (inner: string, size = square, before = "") =>
  Buffer.from(
    `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xi="http://www.w3.org/2001/XInclude" ${size}>${inner}</svg>`,
  );

/** Mean red, green, blue and opacity. */
async function meanOf(png: Buffer | null): Promise<number[]> {
  if (!png) throw new Error("Nothing was drawn.");
  const { channels } = await sharp(png).stats();
  return channels.map(({ mean }) => Math.round(mean));
}
const nothing = [0, 0, 0, 0];

test("a drawing becomes a PNG, sharp enough for telephones; script in it does nothing", async () => {
  const png = await draw(
    svg('<script>location="//x"</script><rect width="40" height="40" fill="#00f" onload="x()"/>'),
  );
  expect(await meanOf(png)).toEqual([0, 0, 255, 255]);
  expect(await sharp(png as Buffer).metadata()).toMatchObject({ format: "png", width: 80, height: 80 });
  expect(png?.includes("script")).toBe(false);
});

test("letters of all our languages are drawn, whatever fonts the machine has", async () => {
  const letters = (text: string) =>
    draw(svg(`<text x="2" y="30" font-size="20" font-family="Arial">${text}</text>`));
  const [cyrillic, other] = [await letters("Ђ"), await letters("Ж")];
  expect(await meanOf(cyrillic)).not.toEqual(nothing);
  expect(cyrillic).not.toEqual(other);
});

test("no file and no address that a drawing names is read", async () => {
  const folder = scratchFolder("drawing");
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  try {
    const red = await draw(svg('<rect width="40" height="40" fill="#f00"/>'));
    writeFileSync(join(folder, "red.png"), red as Buffer);
    writeFileSync(join(folder, "red.svg"), svg('<rect id="r" width="40" height="40" fill="#f00"/>'));
    writeFileSync(join(folder, "words.txt"), "secret");
    const file = pathToFileURL(folder).href;
    const web = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const image = (address: string) =>
      `<image xlink:href="${address}" href="${address}" width="40" height="40"/>`;
    const inner = [
      ...[file, web, folder].map((place) => image(`${place}/red.png`) + image(`${place}/red.svg`)),
      `<use xlink:href="${file}/red.svg#r"/>`,
      `<style>@import url(${web}/a.css); @import url(${file}/a.css); @font-face { src: url(${web}/a.ttf) }</style>`,
      `<text y="30"><xi:include href="${file}/words.txt" parse="text"/></text>`,
    ].join("");
    const before = `<?xml-stylesheet href="${web}/b.css" type="text/css"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "${web}/svg.dtd">`;
    expect(await meanOf(await draw(svg(inner, square, before)))).toEqual(nothing);
    const entity = `<!DOCTYPE svg [<!ENTITY x SYSTEM "${file}/words.txt">]>`;
    expect(await draw(svg('<text y="30">&x;</text>', square, entity))).toBeNull();
    expect(asked).toEqual([]);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});

test("a giant drawing is drawn small; one whose entities multiply, or of many bytes, is not drawn", async () => {
  const large = await draw(svg('<rect width="20000" height="10000"/>', 'width="20000" height="10000"'));
  expect(await sharp(large as Buffer).metadata()).toMatchObject({ width: 1600, height: 800 });
  const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
  const before = `<!DOCTYPE svg [<!ENTITY e0 "aaaaaaaaaa">${entities.join("")}]>`;
  expect(await draw(svg('<text y="30">&e9;</text>', square, before))).toBeNull();
  expect(await draw(Buffer.alloc(6 * 1024 ** 2, "<svg "))).toBeNull();
});

test("a drawing that would take hours is given up; the next one is drawn", async () => {
  const hasty = drawing(seconds(1));
  try {
    const blur = '<feGaussianBlur stdDeviation="200"/>'.repeat(500);
    const slow = `<filter id="f" x="0" y="0" width="1" height="1">${blur}</filter>${'<rect width="800" height="800" filter="url(#f)"/>'.repeat(50)}`;
    expect(await hasty.draw(svg(slow, 'width="800" height="800"'))).toBeNull();
    expect(await meanOf(await hasty.draw(svg('<rect width="40" height="40"/>')))).toEqual([0, 0, 0, 255]);
  } finally {
    hasty.end();
  }
});

test("a drawing is known by how it begins", () => {
  expect(isDrawing(svg("", square, '\uFEFF<?xml version="1.0"?>\n<!-- Made by hand -->\n'))).toBe(true);
  expect(isDrawing(svg("", square, '<!DOCTYPE svg [<!ENTITY a "b">]>'))).toBe(true);
  expect(isDrawing(Buffer.from("<html><svg/></html>"))).toBe(false);
});
