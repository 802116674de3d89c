import { refuse } from "#app/library/package-refusal.ts";

import { maxJsonDepth, maxJsonValues } from "./exchange-limits.ts";

/**
 * JSON from a foreign file. Refuses what is none, and what would become far more in memory than it is as a text. `file`
 * is for refusals.
 */
export function parseModestJson(source: string, file: string): unknown {
  requireModest(source, file);
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return refuse("packages.refusedJson", { file });
  }
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/** One pass without making anything: every value has a comma, a colon or a bracket of its own. */
function requireModest(source: string, file: string) {
  let [depth, values] = [0, 0];
  let isQuoted = false;
  for (let index = 0; index < source.length; index += 1) {
    const sign = source.charCodeAt(index);
    if (isQuoted) {
      if (sign === backslash) index += 1;
      else if (sign === quote) isQuoted = false;
    } else if (sign === quote) isQuoted = true;
    else if (sign === comma) values += 1;
    else if (opening.has(sign)) {
      depth += 1;
      values += 1;
    } else if (closing.has(sign)) depth -= 1;
    if (depth > maxJsonDepth || values > maxJsonValues) refuse("packages.refusedJson", { file });
  }
}
