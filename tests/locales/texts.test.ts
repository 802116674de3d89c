import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import ts from "typescript";
import { expect, test } from "vitest";

import { catalogue } from "#app/locales/catalogue.ts";
import { languages } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

const root = join(import.meta.dirname, "../..");
const files = ["app", "web"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name, source: readFileSync(join(root, name), "utf8") })),
);

const areas = Object.keys(catalogue.en) as (keyof typeof catalogue.en)[];
const keys = areas.flatMap((area) => Object.keys(catalogue.en[area]).map((key) => `${area}.${key}`));

test("every key that the code names exists, and every text is used", () => {
  const source = files.map((file) => file.source).join("\n");
  const named = new Set(
    [...source.matchAll(/"([a-z][A-Za-z]*\.[A-Za-z_0-9]+)"/g)].map(([, key]) => key ?? ""),
  );
  const isOurs = (key: string) => areas.includes(key.split(".")[0] as (typeof areas)[number]);
  const unknown = [...named].filter((key) => isOurs(key) && !keys.includes(key));
  const actions =
    /^(person|enrolment|trainer|certificate|quiz)\.(setUp|invited|invitedAgain|accepted|passwordReset|roleChanged|deactivated|reactivated|created|added|removed|revoked|reinstated|attemptGranted|changed|placed|withdrawn|regraded)$/;
  expect(unknown.filter((key) => !actions.test(key) && key !== "certificate.pdf")).toEqual([]);
  const computed = [...source.matchAll(/([a-z][A-Za-z]*\.[A-Za-z]*_?)\$\{/g)].map(
    ([, prefix]) => prefix ?? "",
  );
  const unused = keys.filter((key) => !named.has(key) && !computed.some((prefix) => key.startsWith(prefix)));
  expect(unused).toEqual([]);
});

test("no component writes words of its own", () => {
  const found = files
    .filter(({ name }) => name.endsWith(".tsx"))
    .flatMap(({ name, source }) => wordsIn(name, source).map((text) => `${name}: ${text}`));
  expect(found).toEqual([]);
});

/** Text between tags, and attributes that people read. */
function wordsIn(name: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node) && /\p{L}{2,}/u.test(node.text)) found.push(node.text.trim());
    if (
      ts.isJsxAttribute(node) &&
      /^(aria-label|title|alt|placeholder|label|caption|legend|hint|lead|kicker)$/.test(
        node.name.getText(),
      ) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer) &&
      /\p{L}/u.test(node.initializer.text)
    ) {
      found.push(node.initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

const tellingWords =
  /violen|dhun|përndjek|ngacm|viktim|насил|демне|вознемир|abuse|abus|survivor|victim|police|stalk|harass|deepfake|takedown|safety|digital|насиљ|злостав|преживел|жртв|полици|прогањ|узнемир|безбедн|дигитал|nasilj|zlostav|preživel|žrtv|polici|proganj|uznemir|bezbedn/i;

test("no title and no mail subject says what it is about to somebody who glances at it", () => {
  const titles = files.flatMap(({ source }) =>
    [...source.matchAll(/handle = \{ title: "([\w.]+)" \}/g)].map(([, key]) => key as MessageKey),
  );
  const subjects = keys.filter((key) => /^mail\.\w+Subject$/.test(key)) as MessageKey[];
  expect(titles.length).toBeGreaterThan(30);
  expect(subjects).toHaveLength(12);
  titles.push("site.returnTitle");
  for (const { tag } of languages) {
    for (const key of [...titles, ...subjects]) {
      expect(i18nFor(tag).t(key, { site: "Sigurna" }), `${tag} ${key}`).not.toMatch(tellingWords);
    }
  }
});

test("every route with a page has a title", () => {
  const pages = files.filter(
    ({ name, source }) => name.startsWith("app/routes/") && /export default function/.test(source),
  );
  expect(
    pages.filter(({ source }) => !/export const handle = \{ title:/.test(source)).map(({ name }) => name),
  ).toEqual([]);
});
