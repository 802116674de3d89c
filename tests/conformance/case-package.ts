import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { scoPage } from "./sco-page.ts";

/** A package that can be played, from the manifest of a case: each page it names is ours. Its folder. */
export function buildCasePackage(manifestFolder: string): string {
  const folder = mkdtempSync(join(tmpdir(), "sigurna-case-"));
  cpSync(manifestFolder, folder, { recursive: true });
  const manifest = readFileSync(join(folder, "imsmanifest.xml"), "utf8");
  for (const [resource] of manifest.matchAll(/<resource\b[^>]*>/g)) {
    const href = attribute(resource, "href");
    if (!href) continue;
    const page = join(folder, attribute(resource, "xml:base"), href.replace(/[?#].*$/, ""));
    mkdirSync(dirname(page), { recursive: true });
    writeFileSync(page, scoPage);
  }
  return folder;
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`).exec(tag)?.[1] ?? "";
}
