import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

type Files = { module: string; imports?: string[]; css?: string[] };
type Manifest = { entry: Files; routes: Record<string, Files> };

const client = join(import.meta.dirname, "../../build/client");

test("scripts and styles of a lesson's page leave room for its text in 120 kB", () => {
  const { entry, routes } = manifest();
  const parts = [entry, routes.root, routes["routes/learn/lesson"]].filter((part) => part !== undefined);
  expect(parts).toHaveLength(3);
  const files = new Set(parts.flatMap(({ module, imports = [], css = [] }) => [module, ...imports, ...css]));
  const sizes = [...files].map((file) => [file, statSync(join(client, `${file}.br`)).size] as const);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(total, sizes.map(([file, size]) => `${size} ${file}`).join("\n")).toBeLessThan(94_000);
});

function manifest(): Manifest {
  const assets = join(client, "assets");
  const name = readdirSync(assets).find((file) => /^manifest-\w+\.js$/.test(file));
  const [, json = ""] =
    /^window\.__remixManifest=(.*);$/s.exec(readFileSync(join(assets, name ?? ""), "utf8")) ?? [];
  return JSON.parse(json) as Manifest;
}
