import { expect, test } from "vitest";

import type { Boot } from "#app/players/boot.ts";
import { restoreValues } from "#app/players/shell/restore-values.ts";
import { Scorm12API } from "#app/players/shell/scorm-again-12.ts";
import { Scorm2004API } from "#app/players/shell/scorm-again-2004.ts";
import { scorm12State } from "#app/players/shell/scorm12-state.ts";
import { scorm2004State } from "#app/players/shell/scorm2004-state.ts";
import { languages } from "#app/platform/languages.ts";
import { scormActivity } from "#tests/builders/scorm-activity.ts";

const settings = { autocommit: false, lmsCommitUrl: false as const, logLevel: 5 as const };

function bootIn(language: Boot["language"]): Boot {
  return { mode: "normal", learner: { id: "opaque", name: "" }, language } as Boot;
}

/** What a SCO of SCORM 1.2 reads at first. */
function languageIn12(language: Boot["language"], kept: Record<string, string> = {}) {
  const model = new Scorm12API(settings);
  restoreValues(model, scorm12State(bootIn(language), scormActivity(), kept, undefined));
  model.LMSInitialize("");
  return model.LMSGetValue("cmi.student_preference.language");
}

function languageIn2004(language: Boot["language"], kept: Record<string, string> = {}) {
  const model = new Scorm2004API(settings);
  const state = { values: kept, seconds: 0, entry: "ab-initio" };
  restoreValues(model, scorm2004State(bootIn(language), scormActivity(), state));
  model.Initialize("");
  return model.GetValue("cmi.learner_preference.language");
}

test.each(languages.map(({ tag }) => tag))("a package is told that the learner reads %s", (language) => {
  expect(languageIn12(language)).toBe(language);
  expect(languageIn2004(language)).toBe(language);
});

test("a language that the package has kept stays, whatever the learner reads elsewhere", () => {
  expect(languageIn12("sq", { "cmi.student_preference.language": "mk" })).toBe("mk");
  expect(languageIn2004("sq", { "cmi.learner_preference.language": "mk" })).toBe("mk");
});
