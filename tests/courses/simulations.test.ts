import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { expect, test } from "vitest";

import { checkPackage } from "#app/library/check-package.server.ts";
import { courseFoldersIn } from "#app/library/course-folder.server.ts";
import { courseFile } from "#app/library/course-format.ts";
import { filesIn } from "#app/library/folder-files.server.ts";
import { readYaml } from "#app/library/yaml-file.server.ts";
import { languages } from "#app/platform/languages.ts";
import { engineWords, simulationsIn } from "#scripts/course-packages/read-simulation.ts";
import { zipPackage } from "#scripts/course-packages/built-package.ts";
import { buildScorm } from "#scripts/course-packages/scorm.ts";
import { bestPoints, everyWay, simulationRules as rules } from "#scripts/course-packages/simulation-rules.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";

const workshop = scratchFolder("simulations");

const folders = courseFoldersIn(join(import.meta.dirname, "../../courses"));
const all = folders.flatMap((folder) =>
  simulationsIn(folder).map((source) => ({
    folder,
    course: basename(folder),
    source,
    scored: { ...source.structure, best: bestPoints(source.structure) },
    ways: [...everyWay(source.structure)],
  })),
);

test("each of the three courses has a simulation", () => {
  expect(all.map(({ course }) => course)).toEqual(["ai-abuse", "digital-safety", "takedown"]);
});

test.each(folders)("the packages in %s are what the command makes", (folder) => {
  for (const { name, files } of buildScorm(folder)) {
    const place = join(folder, "packages", name);
    expect(filesIn(place, ".").sort()).toEqual([...files.keys()].sort());
    for (const [path, content] of files) expect(readFileSync(join(place, path), "utf8"), path).toBe(content);
  }
});

test.each(all)("$course: every step and every choice can be reached", ({ source, ways }) => {
  const reached = new Set(
    ways.flatMap(({ decisions }) => decisions.map(({ step, choice }) => step + choice)),
  );
  const written = Object.entries(source.structure.steps).flatMap(([step, { choices }]) =>
    choices.map(({ id }) => step + id),
  );
  expect([...reached].sort()).toEqual(written.sort());
});

test.each(all)(
  "$course: the best way passes with 100, and nobody passes who put somebody at risk",
  ({ scored, ways }) => {
    const results = ways.map((way) => rules.resultOf(scored, way, scored.pass));
    expect(Math.max(...results.map(({ score }) => score))).toBe(100);
    expect(results.filter(({ isUnsafe, isPassed }) => isUnsafe && isPassed)).toEqual([]);
    expect(results.some(({ isUnsafe, isPassed }) => !isUnsafe && !isPassed)).toBe(true);
  },
);

test.each(all)("$course: always the same place in the list does not pass", ({ scored }) => {
  for (const place of [0, -1]) {
    let state = rules.begin(scored);
    while (state.step !== null) {
      const choice = rules.choicesAt(scored, state).at(place);
      state = rules.choose(scored, state, choice?.id ?? "") ?? state;
    }
    // The last one is often the best; it must not be so in every step.
    if (place === 0) expect(rules.resultOf(scored, state, scored.pass).isPassed).toBe(false);
    else expect(rules.resultOf(scored, state, scored.pass).score).toBeLessThan(100);
  }
});

test.each(all)(
  "$course: some choices come too late on the clock, and none on the best way",
  ({ scored, ways }) => {
    expect(ways.some(({ decisions }) => decisions.some(({ isLate }) => isLate))).toBe(true);
    const best = ways.filter((way) => rules.resultOf(scored, way, scored.pass).score === 100);
    for (const { decisions } of best) expect(decisions.filter(({ isLate }) => isLate)).toEqual([]);
  },
);

test.each(all)("$course: what is kept of a way leads to the same place again", ({ source, ways }) => {
  for (const way of ways.slice(0, 50)) {
    expect(rules.replay(source.structure, rules.lettersOf(way))).toEqual(way);
    // SCORM 1.2 keeps 4096 characters.
    expect(rules.lettersOf(way).length).toBeLessThan(100);
  }
  expect(rules.replay(source.structure, "zz")).toEqual(rules.begin(source.structure));
});

test.each(all)("$course: every language says something to every choice", ({ source }) => {
  const said = ({ steps }: { steps: Record<string, { choices: Record<string, { late?: string }> }> }) =>
    Object.entries(steps).map(([step, { choices }]) => [
      step,
      Object.entries(choices).map(([id, { late }]) => id + (late === undefined ? "" : " late")),
    ]);
  const written = Object.entries(source.structure.steps).map(([step, { choices }]) => [
    step,
    choices.map(({ id, late }) => id + (late ? " late" : "")),
  ]);
  expect([...source.texts.keys()]).toEqual(languages.map(({ tag }) => tag));
  for (const [tag, text] of source.texts) expect(said(text), tag).toEqual(written);
});

test("words keep their places in every language", () => {
  const placesOf = (words: Record<string, string | undefined>) =>
    Object.entries(words).map(([key, text]) => [key, [...(text ?? "").matchAll(/\{\w+\}/g)].flat().sort()]);
  const english = placesOf(engineWords().get("en") ?? {});
  for (const [tag, words] of engineWords()) {
    expect(placesOf(words), tag).toEqual(english);
  }
});

test.each(all)("$course: it rests on facts whose sources the course names", ({ folder, source }) => {
  const { value } = readYaml(folder, "course.yaml", courseFile);
  for (const fact of source.structure.facts) expect(Object.keys(value?.sources ?? {})).toContain(fact);
});

test.each(folders)("the archives of %s are taken in without a remark", async (folder) => {
  for (const built of buildScorm(folder)) {
    const archive = await zipPackage(workshop, built);
    expect(await checkPackage(archive)).toMatchObject({ findings: [], structure: { standard: "scorm-1.2" } });
  }
});
