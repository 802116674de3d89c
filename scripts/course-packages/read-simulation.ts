import { join } from "node:path";

import type { z } from "zod";

import { activitiesIn } from "#app/library/activity-folder.server.ts";
import { withDerived } from "#app/platform/derived-languages.ts";
import { type Language, languages, writtenLanguages } from "#app/platform/languages.ts";

import { readActivityFile, readTexts, type Texts } from "./activity-file.ts";
import {
  type Simulation,
  simulationFile,
  type SimulationText,
  simulationTextFile,
  type SimulationWords,
  simulationWordsFile,
} from "./simulation-format.ts";

/** The plain files that every simulation runs on, and its words. */
export const engineFolder = join(import.meta.dirname, "../../courses/simulation");

export type SimulationSource = {
  name: string;
  structure: Simulation;
  texts: Map<Language, SimulationText>;
};

/** The simulations of a course: activities/<name>/ with a simulation.yaml. Throws what is wrong, by file and line. */
export function simulationsIn(courseFolder: string): SimulationSource[] {
  return activitiesIn(courseFolder)
    .filter(({ kind }) => kind === "simulation")
    .map(({ name }) => {
      const folder = join(courseFolder, "activities", name);
      return {
        name,
        structure: readActivityFile(folder, "simulation.yaml", simulationFile),
        texts: inEveryLanguage(folder, simulationTextFile),
      };
    });
}

export function engineWords(): Map<Language, SimulationWords> {
  return inEveryLanguage(join(engineFolder, "words"), simulationWordsFile);
}

/** In the order in which the site offers its languages. */
function inEveryLanguage<Schema extends z.ZodType<object>>(folder: string, schema: Schema) {
  const all = withDerived<Texts<Schema>>(
    writtenLanguages.map((tag) => [tag, readTexts(folder, tag, schema)] as const),
  );
  return new Map(languages.map(({ tag }) => [tag, all.get(tag) as Texts<Schema>] as const));
}
