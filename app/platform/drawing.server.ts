import type { ChildProcess } from "node:child_process";

import { clock, seconds } from "./clock.ts";
import { pictureFrom, pictureProcess } from "./picture-process.server.ts";

const maxBytes = 5 * 1024 ** 2;
/** Drawings of a whole file must not keep a person waiting. */
const longestTogether = seconds(30);

export type Drawing = { draw: (svg: Buffer) => Promise<Buffer | null>; end: () => void };

/** Whether the bytes are a picture in SVG, whatever their name is. */
export function isDrawing(bytes: Buffer): boolean {
  return /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*|<!DOCTYPE[^[>]*(\[[^\]]*\]\s*)?>\s*)*<([\w.-]+:)?svg[\s>]/i.test(
    bytes.subarray(0, 16 * 1024).toString("utf8"),
  );
}

/**
 * `draw` makes a PNG of an SVG: nothing that runs or leads elsewhere is left of it, and nothing outside it is read. Null
 * for what cannot be drawn in time or is too large. `longest` is for one, which takes some hundredths of a
 * second. Its process starts with the first drawing; `end` ends it.
 */
export function drawing(longest = seconds(5)): Drawing {
  let child: ChildProcess | null = null;
  let left = longestTogether;
  const end = () => {
    child?.kill("SIGKILL");
    child = null;
  };
  const draw = async (svg: Buffer) => {
    if (svg.length > maxBytes || left <= 0) return null;
    child ??= await pictureProcess();
    const started = clock.now().getTime();
    const png = await pictureFrom(child, { kind: "drawing", bytes: svg }, Math.min(longest, left));
    left -= clock.now().getTime() - started;
    if (png === "ended") end();
    return png instanceof Uint8Array ? Buffer.from(png) : null;
  };
  return { draw, end };
}
