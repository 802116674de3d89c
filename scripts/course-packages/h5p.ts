import { readFileSync } from "node:fs";
import { join } from "node:path";

import { build } from "vite";

import type { BuiltPackage } from "./built-package.ts";
import { conversationsIn, readConversation } from "./conversation/source.ts";
import type { Conversation } from "./conversation/content.ts";

const sources = join(import.meta.dirname, "conversation");
const machineName = "H5P.SigurnaConversation";
const library = `${machineName}-1.0`;

/** The H5P packages of a course: one for each conversation in activities/. */
export async function buildH5p(courseFolder: string): Promise<BuiltPackage[]> {
  const built: BuiltPackage[] = [];
  for (const { name, folder } of conversationsIn(courseFolder)) {
    const { conversation } = readConversation(folder);
    built.push({ name, archive: `${name}.h5p`, files: await filesOf(conversation) });
  }
  return built;
}

async function filesOf(conversation: Conversation): Promise<Map<string, string>> {
  const kept = (file: string) => readFileSync(join(sources, "library", file), "utf8");
  script ??= await bundle();
  return new Map([
    ["h5p.json", json(about(conversation))],
    ["content/content.json", json(conversation)],
    [`${library}/library.json`, kept("library.json")],
    [`${library}/semantics.json`, kept("semantics.json")],
    [`${library}/conversation.css`, kept("conversation.css")],
    [`${library}/conversation.js`, script],
  ]);
}

function about({ languages: [first] }: Conversation) {
  return {
    title: first?.title,
    // All its languages are in the content.
    language: "und",
    mainLibrary: machineName,
    embedTypes: ["iframe"],
    authors: [{ name: "Sigurna course authors", role: "Author" }],
    license: "CC BY-SA",
    licenseVersion: "4.0",
    preloadedDependencies: [{ machineName, majorVersion: 1, minorVersion: 0 }],
  };
}

let script: string | undefined;

/** The library's code in one file: readable, for browsers of 2020 and later. */
async function bundle(): Promise<string> {
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    // Fields of classes are set in the constructor, which needs no code besides.
    esbuild: { tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } } },
    build: {
      write: false,
      minify: false,
      target: "es2020",
      lib: { entry: join(sources, "activity.ts"), formats: ["iife"], name: "SigurnaConversation" },
    },
  });
  const [bundled] = Array.isArray(output) ? output : [output];
  const chunk = bundled && "output" in bundled ? bundled.output[0] : undefined;
  if (!chunk) throw new Error("The library's code was not bundled.");
  return `/* Part of Sigurna, AGPL-3.0-or-later. Made from scripts/course-packages/conversation. */\n${chunk.code}`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
