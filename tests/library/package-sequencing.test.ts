import { expect, test } from "vitest";

import { readSequencing } from "#app/library/scorm-sequencing.ts";
import { checkPackage } from "#app/library/check-package.server.ts";
import type { ScormStructure } from "#app/library/package-structure.ts";
import { readCollections } from "#app/library/scorm-sequencing.ts";
import { parseXml } from "#app/library/xml-document.ts";
import { archive } from "#tests/builders/archives.ts";
import { scorm2004, scormFiles } from "#tests/builders/manifests.ts";

const names =
  'xmlns:imsss="http://www.imsglobal.org/xsd/imsss" xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"';

function sequencing(inner: string, attributes = "", collection = "") {
  const undefinedNames: string[] = [];
  const { root } = parseXml(
    `<manifest ${names}><item><imsss:sequencing ${attributes}>${inner}</imsss:sequencing></item>${collection}</manifest>`,
    "imsmanifest.xml",
  );
  const [item] = root.children;
  if (!item) throw new Error("no item");
  return {
    ...readSequencing(item, readCollections(root), (name) => undefinedNames.push(name)),
    undefinedNames,
  };
}

test("without a word every value is the default of the specification, not of the library", () => {
  expect(sequencing("")).toEqual({
    settings: {
      sequencingControls: {
        choice: true,
        choiceExit: true,
        flow: false,
        forwardOnly: false,
        useCurrentAttemptObjectiveInfo: true,
        useCurrentAttemptProgressInfo: true,
        preventActivation: false,
        constrainChoice: false,
        rollupObjectiveSatisfied: true,
        rollupProgressCompletion: true,
        objectiveMeasureWeight: 1,
        selectionTiming: "never",
        selectCount: null,
        randomizationTiming: "never",
        randomizeChildren: false,
      },
      deliveryControls: { tracked: true, completionSetByContent: false, objectiveSetByContent: false },
      rollupConsiderations: {
        requiredForSatisfied: "always",
        requiredForNotSatisfied: "always",
        requiredForCompleted: "always",
        requiredForIncomplete: "always",
        measureSatisfactionIfActive: true,
      },
    },
    scaledPassingScore: null,
    objectiveIds: [],
    attemptDurationLimit: null,
    undefinedNames: [],
  });
});

test.each<[string, string, object]>([
  [
    "control modes",
    '<imsss:controlMode choice="false" choiceExit="0" flow="true" forwardOnly="1" useCurrentAttemptObjectiveInfo="false" useCurrentAttemptProgressInfo="FALSE"/>',
    {
      sequencingControls: {
        choice: false,
        choiceExit: false,
        flow: true,
        forwardOnly: true,
        useCurrentAttemptObjectiveInfo: false,
        useCurrentAttemptProgressInfo: false,
      },
    },
  ],
  [
    "constrained choice",
    '<adlseq:constrainedChoiceConsiderations preventActivation="true" constrainChoice="true"/>',
    { sequencingControls: { preventActivation: true, constrainChoice: true } },
  ],
  [
    "limits",
    '<imsss:limitConditions attemptLimit="2" attemptAbsoluteDurationLimit="PT1H"/>',
    { attemptLimit: 2, attemptAbsoluteDurationLimit: "PT1H" },
  ],
  [
    "delivery",
    '<imsss:deliveryControls tracked="false" completionSetByContent="true" objectiveSetByContent="true"/>',
    { deliveryControls: { tracked: false, completionSetByContent: true, objectiveSetByContent: true } },
  ],
  [
    "selection and order by chance",
    '<imsss:randomizationControls selectionTiming="onEachNewAttempt" selectCount="2" randomizationTiming="once" reorderChildren="true"/>',
    {
      sequencingControls: {
        selectionTiming: "onEachNewAttempt",
        selectCount: 2,
        randomizationTiming: "once",
        randomizeChildren: true,
      },
    },
  ],
  [
    "rollup considerations",
    '<adlseq:rollupConsiderations requiredForSatisfied="ifAttempted" requiredForIncomplete="ifNotSuspended" measureSatisfactionIfActive="false"/>',
    {
      rollupConsiderations: {
        requiredForSatisfied: "ifAttempted",
        requiredForNotSatisfied: "always",
        requiredForIncomplete: "ifNotSuspended",
        measureSatisfactionIfActive: false,
      },
    },
  ],
  [
    "rules before, at and after",
    `<imsss:sequencingRules>
      <imsss:preConditionRule><imsss:ruleConditions conditionCombination="any">
        <imsss:ruleCondition condition="satisfied" operator="not" referencedObjective="o1"/>
        <imsss:ruleCondition condition="objectiveMeasureGreaterThan" measureThreshold="0.5"/>
      </imsss:ruleConditions><imsss:ruleAction action="skip"/></imsss:preConditionRule>
      <imsss:exitConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="always"/></imsss:ruleConditions>
        <imsss:ruleAction action="exit"/></imsss:exitConditionRule>
      <imsss:postConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="completed"/></imsss:ruleConditions>
        <imsss:ruleAction action="retryAll"/></imsss:postConditionRule></imsss:sequencingRules>`,
    {
      sequencingRules: {
        preConditionRules: [
          {
            action: "skip",
            conditionCombination: "any",
            conditions: [
              { condition: "satisfied", operator: "not", referencedObjective: "o1" },
              { condition: "objectiveMeasureGreaterThan", parameters: { threshold: 0.5 } },
            ],
          },
        ],
        exitConditionRules: [
          { action: "exit", conditionCombination: "all", conditions: [{ condition: "always" }] },
        ],
        postConditionRules: [
          { action: "retryAll", conditionCombination: "all", conditions: [{ condition: "completed" }] },
        ],
      },
    },
  ],
  [
    "rollup",
    `<imsss:rollupRules rollupObjectiveSatisfied="false" rollupProgressCompletion="false" objectiveMeasureWeight="0.4">
      <imsss:rollupRule childActivitySet="atLeastPercent" minimumPercent="0.4">
        <imsss:rollupConditions><imsss:rollupCondition condition="completed" operator="not"/></imsss:rollupConditions>
        <imsss:rollupAction action="incomplete"/></imsss:rollupRule>
      <imsss:rollupRule><imsss:rollupConditions conditionCombination="all"><imsss:rollupCondition condition="attempted"/>
        </imsss:rollupConditions><imsss:rollupAction action="satisfied"/></imsss:rollupRule></imsss:rollupRules>`,
    {
      sequencingControls: {
        rollupObjectiveSatisfied: false,
        rollupProgressCompletion: false,
        objectiveMeasureWeight: 0.4,
      },
      rollupRules: {
        rules: [
          {
            action: "incomplete",
            consideration: "atLeastPercent",
            minimumCount: 0,
            minimumPercent: 40,
            conditionCombination: "any",
            conditions: [{ condition: "completed", operator: "not" }],
          },
          {
            action: "satisfied",
            consideration: "all",
            conditionCombination: "all",
            conditions: [{ condition: "attempted", operator: "noOp" }],
          },
        ],
      },
    },
  ],
])("%s are read", (_, inner, settings) => {
  expect(sequencing(inner).settings).toMatchObject(settings);
});

test("objectives come in order; global ones are read and written as both lists together say", () => {
  const { settings, objectiveIds, scaledPassingScore } = sequencing(`
    <imsss:objectives>
      <imsss:primaryObjective objectiveID="main" satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure>
        <imsss:mapInfo targetObjectiveID="g1" writeSatisfiedStatus="true"/></imsss:primaryObjective>
      <imsss:objective objectiveID="second"/></imsss:objectives>
    <adlseq:objectives><adlseq:objective objectiveID="main">
      <adlseq:mapInfo targetObjectiveID="g1" readRawScore="false" writeProgressMeasure="true"/>
      <adlseq:mapInfo targetObjectiveID="g2" writeMaxScore="true"/></adlseq:objective></adlseq:objectives>`);
  expect([objectiveIds, scaledPassingScore]).toEqual([["main", "second"], 0.6]);
  expect(settings.primaryObjective).toMatchObject({
    objectiveID: "main",
    minNormalizedMeasure: 0.6,
    mapInfo: [
      {
        targetObjectiveID: "g1",
        readSatisfiedStatus: true,
        readNormalizedMeasure: true,
        writeSatisfiedStatus: true,
        writeNormalizedMeasure: false,
        readRawScore: false,
        readMinScore: true,
        writeProgressMeasure: true,
      },
      {
        targetObjectiveID: "g2",
        readSatisfiedStatus: false,
        readNormalizedMeasure: false,
        writeMaxScore: true,
      },
    ],
  });
});

test("a map of the first list alone neither reads nor writes what only the second can give", () => {
  const { settings } = sequencing(`<imsss:objectives><imsss:primaryObjective objectiveID="main">
    <imsss:mapInfo targetObjectiveID="g1"/></imsss:primaryObjective></imsss:objectives>`);
  expect(settings.primaryObjective).toMatchObject({
    mapInfo: [{ readSatisfiedStatus: true, readRawScore: false, readCompletionStatus: false }],
  });
});

test("a primary objective without a name counts, and the package is not told of it", () => {
  const { settings, objectiveIds, scaledPassingScore } = sequencing(
    '<imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true"/></imsss:objectives>',
  );
  expect(settings.primaryObjective).toMatchObject({ satisfiedByMeasure: true, minNormalizedMeasure: 1 });
  expect([objectiveIds, scaledPassingScore]).toEqual([[], 1]);
  const silent = sequencing("<imsss:objectives><imsss:primaryObjective/></imsss:objectives>");
  expect(silent.settings).not.toHaveProperty("primaryObjective");
});

test("what a collection defines is taken over, except for what the activity says itself", () => {
  const collection = `<imsss:sequencingCollection><imsss:sequencing ID="shared">
    <imsss:controlMode flow="true" choice="false"/><imsss:limitConditions attemptLimit="3"/></imsss:sequencing></imsss:sequencingCollection>`;
  const { settings } = sequencing('<imsss:controlMode forwardOnly="true"/>', 'IDRef="shared"', collection);
  expect(settings).toMatchObject({
    attemptLimit: 3,
    sequencingControls: { forwardOnly: true, flow: false, choice: true },
  });
  expect(sequencing("", 'IDRef="nowhere"').undefinedNames).toEqual(["nowhere"]);
});

test("items of SCORM 2004 carry thresholds, hidden controls and shared data; groups are never launched", async () => {
  const outcome = await checkPackage(
    archive(
      scormFiles(
        scorm2004({
          items: `<item identifier="group" identifierref="r1"><title>Group</title>
            <item identifier="one" identifierref="r1"><title>One</title>
              <adlcp:timeLimitAction>exit,no message</adlcp:timeLimitAction><adlcp:dataFromLMS>hello</adlcp:dataFromLMS>
              <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.75" progressWeight="0.5"/>
              <adlcp:data><adlcp:map targetID="store" writeSharedData="false"/></adlcp:data>
              <adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>continue</adlnav:hideLMSUI>
                <adlnav:hideLMSUI>previous</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>
            </item>
            <item identifier="two" identifierref="r1"><title>Two</title>
              <adlcp:completionThreshold>0.8</adlcp:completionThreshold></item></item>`,
          resources: '<resource identifier="r1" type="webcontent" adlcp:scormType="sco" href="index.html"/>',
        }).replace('identifier="course"', 'identifier="course" adlseq:objectivesGlobalToSystem="false"'),
      ),
    ),
  );
  if ("refusal" in outcome) throw new Error(outcome.refusal.key);
  const structure = outcome.structure as Extract<ScormStructure, { standard: "scorm-2004" }>;
  expect([structure.objectivesGlobalToSystem, structure.sharedDataGlobalToSystem]).toEqual([false, true]);
  const [group] = structure.root.children;
  expect(group).toMatchObject({ kind: null, launch: null });
  expect(group?.children).toMatchObject([
    {
      kind: "sco",
      dataFromLms: "hello",
      timeLimitAction: "exit,no message",
      completionThreshold: 0.75,
      sequencing: {
        completionThreshold: { completedByMeasure: true, minProgressMeasure: 0.75, progressWeight: 0.5 },
        hideLmsUi: ["continue", "previous"],
        sharedDataMaps: [{ targetID: "store", readSharedData: true, writeSharedData: false }],
      },
    },
    { completionThreshold: 0.8 },
  ]);
});
