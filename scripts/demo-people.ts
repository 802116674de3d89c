import { randomFrom } from "#app/assessment/random.ts";
import {
  type Jurisdiction,
  jurisdictions as allJurisdictions,
  type Sector,
  sectors as allSectors,
} from "#app/identity/background.ts";
import type { Language } from "#app/platform/languages.ts";

import { demonstrationAccounts } from "./demo-accounts.ts";

export type DemoStage = "invited" | "enrolled" | "started" | "half-way" | "failed" | "certified" | "surveyed";

export type DemoLearner = {
  email: string;
  name: string;
  language: Language;
  jurisdiction: Jurisdiction;
  sector: Sector;
  stage: DemoStage;
  /** Days after the first day of the demonstration. */
  startDay: number;
  /** Wrong answers in each quiz. */
  mistakes: number;
  survey: Record<string, string> | null;
};

const stages: [DemoStage, number][] = [
  ["surveyed", 46],
  ["certified", 14],
  ["failed", 10],
  ["half-way", 24],
  ["started", 18],
  ["enrolled", 12],
  ["invited", 16],
];

const jurisdictions = allJurisdictions.filter((code) => code !== "other");
const sectors = allSectors.filter((code) => code !== "other");

// Words for "example", "sample", "trial" and the like: clearly nobody's names.
const firstNames = [
  "Ana",
  "Besa",
  "Mira",
  "Drita",
  "Jana",
  "Luana",
  "Sanja",
  "Teuta",
  "Vesna",
  "Zana",
  "Marko",
  "Ilir",
  "Goran",
  "Arben",
];
const lastNames = [
  "Primer",
  "Shembull",
  "Uzorak",
  "Proba",
  "Ogledna",
  "Zamislić",
  "Izmisli",
  "Demo",
  "Modeli",
  "Vežba",
];

const languagesOf: Record<Jurisdiction, readonly Language[]> = {
  al: ["sq"],
  ba: ["bs", "bs", "sr-Cyrl"],
  xk: ["sq", "sq", "sr-Latn"],
  me: ["cnr", "sq"],
  mk: ["mk", "mk", "sq"],
  rs: ["sr-Cyrl", "sr-Latn"],
  other: ["en"],
};

/** 140 invented learners, the same every time. */
export function demoLearners(): DemoLearner[] {
  const random = randomFrom(20_260_112);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const order = stages.flatMap(([stage, count]) => Array.from({ length: count }, () => stage));
  return order.map((stage, index) => {
    const jurisdiction = jurisdictions[index % jurisdictions.length] as Jurisdiction;
    const sector = sectors[index % sectors.length] as Sector;
    const isPrinted = stage === "half-way" && order.indexOf("half-way") === index;
    return {
      email: isPrinted ? demonstrationAccounts[2].email : `learner${index + 1}@example.org`,
      name: `${pick(firstNames)} ${pick(lastNames)}`,
      language: isPrinted ? "en" : pick(languagesOf[jurisdiction]),
      jurisdiction,
      sector,
      stage,
      startDay: Math.floor(random() * 240),
      mistakes: Math.floor(random() * 3),
      survey: stage === "surveyed" ? survey(random, jurisdiction, sector) : null,
    };
  });
}

function survey(random: () => number, jurisdiction: Jurisdiction, sector: Sector): Record<string, string> {
  const agreement = () => String(Math.min(5, 3 + Math.floor(random() * 3)));
  const answers: Record<string, string> = {};
  for (let number = 1; number <= 9; number += 1) {
    if (random() > 0.08) answers[`S-A${number}`] = agreement();
  }
  answers["S-B2a-before"] = String(1 + Math.floor(random() * 3));
  answers["S-B2a-now"] = String(3 + Math.floor(random() * 3));
  answers["S-B2d-before"] = String(1 + Math.floor(random() * 3));
  answers["S-B2d-now"] = String(3 + Math.floor(random() * 3));
  answers["S-B3"] = random() > 0.3 ? "certainly" : "probably";
  answers["S-C1"] = String(6 + Math.floor(random() * 5));
  if (random() > 0.7) answers["S-C2"] = "The order of the steps: safety first, settings last.";
  if (random() > 0.1) answers["S-D1"] = jurisdiction;
  if (random() > 0.1) answers["S-D2"] = sector;
  answers["S-D6"] = "en";
  return answers;
}
