import { scorm2004 } from "#tests/builders/manifests.ts";

import type { ConformanceCase, Step, Visit } from "./case-language.ts";

/** A case of our own: a manifest, and what must happen when it is played. */
export type OwnCase = ConformanceCase & { manifest: string };

type Controls = { sequencing?: string; children?: string[] };

/** An item of the manifest; its title is its identifier, and a SCO tells the harness which one it is. */
function item(id: string, { sequencing = "", children }: Controls = {}): string {
  const launch = children ? "" : ` identifierref="sco" parameters="?act=${id}"`;
  return `<item identifier="${id}"${launch}><title>${id}</title>${children?.join("") ?? ""}${sequenced(sequencing)}</item>`;
}

function sequenced(definition: string): string {
  return definition && `<imsss:sequencing>${definition}</imsss:sequencing>`;
}

function manifest(rootSequencing: string, items: string[]): string {
  return scorm2004({
    organizations: `<organization identifier="whole"><title>Whole</title>${items.join("")}${sequenced(rootSequencing)}</organization>`,
    resources: '<resource identifier="sco" type="webcontent" adlcp:scormType="sco" href="sco.html"/>',
  });
}

const flow = '<imsss:controlMode flow="true"/>';
const flowOnly = '<imsss:controlMode choice="false" flow="true"/>';

type RuleKind = "preConditionRule" | "exitConditionRule" | "postConditionRule";

function rule(kind: RuleKind, condition: string, action: string): string {
  return `<imsss:${kind}><imsss:ruleConditions><imsss:ruleCondition ${condition}/></imsss:ruleConditions><imsss:ruleAction action="${action}"/></imsss:${kind}>`;
}

function rules(...given: string[]): string {
  return `<imsss:sequencingRules>${given.join("")}</imsss:sequencingRules>`;
}

function rollupRule(set: string, condition: string, action: string): string {
  return `<imsss:rollupRules><imsss:rollupRule ${set}><imsss:rollupConditions><imsss:rollupCondition ${condition}/></imsss:rollupConditions><imsss:rollupAction action="${action}"/></imsss:rollupRule></imsss:rollupRules>`;
}

function passedBy(measure: number): string {
  return `<imsss:objectives><imsss:primaryObjective objectiveID="main" satisfiedByMeasure="true"><imsss:minNormalizedMeasure>${measure}</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives>`;
}

function mapped(attributes: string): string {
  return `<imsss:objectives><imsss:primaryObjective objectiveID="main"><imsss:mapInfo targetObjectiveID="shared" ${attributes}/></imsss:primaryObjective></imsss:objectives>`;
}

type Plan = {
  /** What the learner sees: question as in ADL's cases, and whether it is so. */
  sees?: Record<string, boolean>;
  gets?: Record<string, string>;
  sets?: Record<string, string>;
  /** What the learner does, in the words of ADL's cases; null when the SCO asks for what comes. */
  then?: string | null;
};

/** The activity comes for the nth time; its SCO reads, writes, and ends its session. */
function visit(activity: string, { sees = {}, gets = {}, sets = {}, then = "Continue" }: Plan = {}): Visit {
  const steps = [
    call("Initialize", "", "true"),
    ...Object.entries(gets).map(([element, expected]) => call("GetValue", element, expected)),
    ...Object.entries(sets).map(([element, value]) => call("SetValue", element, "true", value)),
  ];
  const questions = Object.entries(sees).map(([question, isExpected]) => ({ question, isExpected }));
  return { name: activity, activity, questions, steps, learner: then };
}

function call(
  name: "Initialize" | "GetValue" | "SetValue",
  argument: string,
  text: string,
  value = "",
): Step {
  return {
    kind: "call",
    source: `${name} ${argument} ${value}`,
    call: { name, argument, value, expected: { kind: "exactly", text }, error: "0" },
  };
}

const failed = { "cmi.success_status": "failed" };
const passed = { "cmi.success_status": "passed" };
const selectable = (id: string) => `toc.enabled.selectable@${id}`;

const cases: Omit<OwnCase, "start">[] = [
  {
    title: "control modes decide what the learner can do, up to a cluster that goes forward only",
    manifest: manifest(flow, [
      item("intro"),
      item("path", {
        sequencing: '<imsss:controlMode choice="false" flow="true" forwardOnly="true"/>',
        children: [item("step-a"), item("step-b")],
      }),
      item("closing"),
    ]),
    visits: [
      visit("intro", {
        sees: {
          "previous.enabled": false,
          "continue.enabled": true,
          [selectable("step-a")]: false,
          [selectable("path")]: true,
          [selectable("closing")]: true,
        },
      }),
      visit("step-a", { sees: { "previous.enabled": false, [selectable("step-b")]: false } }),
      visit("step-b", { sees: { "previous.enabled": false, "continue.enabled": true } }),
      visit("closing", { then: "Choice~path" }),
      visit("step-a", { then: "Choice~intro" }),
      visit("intro", { then: "Exit" }),
    ],
  },
  {
    title: "an attempt limit holds up new attempts, not one that is under way",
    manifest: manifest(flow, [
      item("once", {
        sequencing: `${flow}<imsss:limitConditions attemptLimit="1"/>`,
        children: [item("one"), item("two")],
      }),
      item("after"),
    ]),
    visits: [
      visit("one"),
      visit("two", { sees: { [selectable("one")]: true } }),
      visit("after", {
        sees: { "previous.enabled": false, [selectable("one")]: false, [selectable("once")]: false },
        then: "Exit",
      }),
    ],
  },
  {
    title: "preconditions skip, disable and hide",
    manifest: manifest(flow, [
      item("begin", {
        sequencing: rules(rule("preConditionRule", 'condition="completed"', "hiddenFromChoice")),
      }),
      item("left-out", { sequencing: rules(rule("preConditionRule", 'condition="always"', "skip")) }),
      item("later"),
      item("closed", { sequencing: rules(rule("preConditionRule", 'condition="always"', "disabled")) }),
    ]),
    visits: [
      visit("begin", { sees: { "toc.visible@begin": true, [selectable("closed")]: false } }),
      visit("later", {
        sees: { "toc.visible@begin": false, [selectable("left-out")]: true, "toc.visible@closed": true },
        then: "Choice~left-out",
      }),
      visit("left-out", { then: "Exit" }),
    ],
  },
  {
    title:
      "a cluster that is satisfied is left by its exit rule, and its postcondition goes before the learner's wish",
    manifest: manifest(flowOnly, [
      item("module", {
        sequencing: `${flowOnly}${rules(rule("exitConditionRule", 'condition="satisfied"', "exit"), rule("postConditionRule", 'condition="satisfied"', "continue"))}${rollupRule('childActivitySet="any"', 'condition="satisfied"', "satisfied")}`,
        children: [item("try-one"), item("try-two"), item("try-three")],
      }),
      item("goal"),
    ]),
    visits: [
      visit("try-one", { sets: failed }),
      visit("try-two", { sets: passed, then: "Previous" }),
      visit("goal", { then: "Exit" }),
    ],
  },
  {
    title: "a postcondition brings an activity back until it is passed, and then ends everything",
    manifest: manifest(flowOnly, [
      item("test", {
        sequencing: rules(
          rule("postConditionRule", 'operator="not" condition="satisfied"', "retry"),
          rule("postConditionRule", 'condition="satisfied"', "exitAll"),
        ),
      }),
      item("never"),
    ]),
    visits: [
      visit("test", { sets: failed }),
      visit("test", {
        gets: { "cmi.success_status": "unknown" },
        sets: { ...passed, "adl.nav.request": "continue" },
        then: "HasEnded",
      }),
    ],
  },
  {
    title: "a rule for none counts no child whose status is not known",
    manifest: manifest(flowOnly, [
      item("module", {
        sequencing: `${flowOnly}${rules(rule("exitConditionRule", 'condition="completed"', "exit"), rule("postConditionRule", 'condition="completed"', "retry"))}${rollupRule('childActivitySet="none"', 'condition="satisfied"', "completed")}`,
        children: [item("first"), item("second")],
      }),
      item("end"),
    ]),
    visits: [
      visit("first", { sets: failed }),
      visit("second", { sets: failed }),
      visit("first", { sets: passed }),
      visit("second", { sets: failed }),
      visit("end", { then: "Exit" }),
    ],
  },
  {
    title: "a child without a measure keeps its weight in the measure of its cluster",
    manifest: manifest(flowOnly, [
      item("module", {
        sequencing: `${flowOnly}${rules(rule("exitConditionRule", 'condition="satisfied"', "exit"))}${passedBy(0.6)}`,
        children: [
          item("light", { sequencing: '<imsss:rollupRules objectiveMeasureWeight="0.5"/>' }),
          item("heavy"),
          item("rest"),
        ],
      }),
      item("end"),
    ]),
    visits: [
      visit("light", { sets: { "cmi.score.scaled": "1" } }),
      visit("heavy", { sets: { "cmi.score.scaled": "1" } }),
      visit("end", { then: "Previous" }),
    ],
  },
  {
    title: "a global objective carries status and score from one activity to another's rules and data model",
    manifest: manifest(flowOnly, [
      item("pretest", { sequencing: mapped('writeSatisfiedStatus="true" writeNormalizedMeasure="true"') }),
      item("lesson", {
        sequencing: `${rules(rule("preConditionRule", 'condition="satisfied"', "skip"))}${mapped("")}`,
      }),
      item("posttest", { sequencing: mapped("") }),
    ]),
    visits: [
      visit("pretest", { sets: { ...passed, "cmi.score.scaled": "0.75" } }),
      visit("posttest", {
        gets: { "cmi.objectives.0.success_status": "passed", "cmi.objectives.0.score.scaled": "0.75" },
        then: "Exit",
      }),
    ],
  },
  {
    title: "suspended with everything, a package goes on at the same place with the same data",
    manifest: manifest(flow, [item("one"), item("two"), item("three")]),
    visits: [
      visit("one"),
      visit("two", {
        gets: { "cmi.entry": "ab-initio" },
        sets: {
          "cmi.location": "page 7",
          "cmi.suspend_data": "half done",
          "cmi.exit": "suspend",
          "adl.nav.request": "suspendAll",
        },
        then: "Suspend",
      }),
      visit("two", {
        gets: { "cmi.entry": "resume", "cmi.location": "page 7", "cmi.suspend_data": "half done" },
        sets: { "adl.nav.request": "continue" },
        then: null,
      }),
      visit("three", { gets: { "cmi.entry": "ab-initio" }, then: "Exit" }),
    ],
  },
  {
    title: "a session that has ended leaves its tracking to the next",
    manifest: manifest(flowOnly, [
      item("part", {
        sequencing: `${flowOnly}${rules(rule("preConditionRule", 'condition="completed"', "skip"))}`,
        children: [item("page")],
      }),
      item("end"),
    ]),
    visits: [
      visit("page", {
        sets: { "cmi.completion_status": "completed", "adl.nav.request": "exitAll" },
        then: "Exit",
      }),
      visit("end", { then: "Exit" }),
    ],
  },
];

export const ownCases: OwnCase[] = cases.map((one) => ({ ...one, start: "." }));
