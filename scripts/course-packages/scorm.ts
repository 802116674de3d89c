import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { languageName } from "#app/platform/languages.ts";

import type { BuiltPackage } from "./built-package.ts";
import { engineFolder, engineWords, simulationsIn, type SimulationSource } from "./read-simulation.ts";
import { escaped, scormManifest } from "./scorm-manifest.ts";
import { bestPoints } from "./simulation-rules.ts";

const engineFiles = ["rules.js", "languages.js", "scorm12.js", "view.js", "main.js", "style.css"];

/** The SCORM packages of a course: one for each simulation in activities/. */
export function buildScorm(courseFolder: string): BuiltPackage[] {
  const courseId = basename(courseFolder);
  return simulationsIn(courseFolder).map((source) => ({
    name: source.name,
    archive: `${courseId}-${source.name}.zip`,
    files: scormFiles(courseId, source),
  }));
}

/** The files of a simulation's package, by path: the engine as it is, with its texts put in. */
function scormFiles(courseId: string, { name, structure, texts }: SimulationSource) {
  const words = engineWords();
  const title = texts.get("en")?.title ?? name;
  const { facts: _facts, ...rules } = structure;
  const languages = [...texts.keys()].map((tag) => ({ tag, name: languageName(tag) }));
  const files = new Map(engineFiles.map((file) => [file, readFileSync(join(engineFolder, file), "utf8")]));
  const hints = [...words].map(
    ([tag, { needsScript }]) => `      <p lang="${tag}">${escaped(needsScript)}</p>`,
  );
  files.set(
    "index.html",
    readFileSync(join(engineFolder, "index.html"), "utf8")
      .replaceAll("{{title}}", escaped(title))
      .replace("{{needsScript}}", hints.join("\n")),
  );
  files.set(
    "structure.js",
    script("globalThis.simulation =", { languages, best: bestPoints(structure), ...rules }),
  );
  for (const [tag, { summary: _summary, ...text }] of texts) {
    const { needsScript: _hint, ...spoken } = words.get(tag) ?? {};
    files.set(`texts/${tag}.js`, `globalThis.simulationTexts(${json({ words: spoken, ...text })});\n`);
  }
  const listed = [...files.keys()].sort();
  files.set("imsmanifest.xml", scormManifest(`sigurna-${courseId}-${name}`, texts, structure.pass, listed));
  return files;
}

function script(beginning: string, value: unknown): string {
  return `${beginning} ${json(value)};\n`;
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 1);
}
