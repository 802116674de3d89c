import { h5pActivityId } from "#app/library/package-activities.ts";
import { type ActivityValues, ownElements } from "#app/players/run-elements.ts";
import { maxRecordValue } from "#app/players/run-limits.ts";

import { contentId, type H5pAnswers, type H5pCore, type H5pStatement, userData } from "./h5p-window.ts";
import type { WriteAheadLog } from "./write-ahead-log.ts";

const stateName = "state";

/** Keeps in the log what H5P content wants to be kept, in place of H5P's own requests. */
export function h5pKeeping(log: WriteAheadLog, before: ActivityValues) {
  const kept = new Map(Object.entries(before));

  /** False when there is no room for it. What is kept already is not kept again. */
  function keep(element: string, value: string): boolean {
    if (kept.get(element) === value) return true;
    if (value.length > maxRecordValue) {
      log.note({ activity: h5pActivityId, kind: "refused", element, error: "size" });
      return false;
    }
    const isKept = log.append({ activity: h5pActivityId, kind: "set", element, value });
    if (isKept) kept.set(element, value);
    return isKept;
  }

  /** Puts ourselves where the core would send data to a server of its own. */
  function takeOver(core: H5pCore) {
    core.setUserData = (_id, name, data, { subContentId = 0, errorCallback } = {}) => {
      const json = JSON.stringify(data) as string | undefined;
      if (json === undefined) return;
      (userData()[subContentId] ??= {})[name] = json;
      if (!keep(elementOf(name, subContentId), json)) errorCallback?.("full");
    };
    core.deleteUserData = (_id, name, subContentId = 0) => {
      delete userData()[subContentId]?.[name];
      keep(elementOf(name, subContentId), "");
    };
    core.setFinished = (id, score, maxScore) => {
      if (typeof score !== "number") return;
      const opened = core.opened[id]?.getTime() ?? Date.now();
      keep(ownElements.h5pFinished, JSON.stringify({ score, maxScore, opened, finished: Date.now() }));
    };
  }

  function keepStates(core: H5pCore) {
    for (const instance of core.instances) {
      const state = attempt(() => instance.getCurrentState?.());
      if (state !== undefined) core.setUserData(contentId, stateName, state);
    }
  }

  /** What the content says of itself: whether there is anything to answer, and which questions. */
  function keepContract(core: H5pCore) {
    const [main] = core.instances;
    if (!main) return;
    const maxScore = attempt(() => (main.getMaxScore ? main.getMaxScore() : 0));
    if (typeof maxScore === "number") keep(ownElements.h5pMaxScore, String(maxScore));
    const answers = attempt(() => main.getXAPIData?.());
    if (answers) keep(ownElements.h5pQuestions, JSON.stringify(questionsIn(answers)));
  }

  function keepStatement(statement: H5pStatement) {
    const id = crypto.randomUUID();
    // The server knows whose it is; what H5P puts there is made up.
    const { actor: _, ...said } = statement;
    const value = JSON.stringify({ ...said, id, timestamp: new Date().toISOString() });
    log.append({ activity: h5pActivityId, kind: "statement", element: id, value });
  }

  return { takeOver, keepStates, keepContract, keepStatement };
}

/** What was kept before, as H5P takes it at its start. */
export function keptUserData(values: ActivityValues): Record<string, Record<string, string>> {
  const data: Record<string, Record<string, string>> = {};
  for (const [element, value] of Object.entries(values)) {
    const [kind, subContentId, ...rest] = element.split("/");
    const name = kind === ownElements.h5pState ? stateName : rest.join("/");
    const isOurs = kind === ownElements.h5pState || kind === ownElements.h5pData;
    if (isOurs && subContentId !== undefined && value !== "") (data[subContentId] ??= {})[name] = value;
  }
  return data;
}

function elementOf(name: string, subContentId: string | number): string {
  return name === stateName
    ? `${ownElements.h5pState}/${subContentId}`
    : `${ownElements.h5pData}/${subContentId}/${name}`;
}

function questionsIn({ statement, children = [] }: H5pAnswers): string[] {
  const isQuestion = statement?.object?.definition?.interactionType !== undefined && children.length === 0;
  const part = /\?subContentId=(.*)$/.exec(statement?.object?.id ?? "")?.[1] ?? "";
  return [...(isQuestion ? [part] : []), ...children.flatMap(questionsIn)];
}

/** Content types make mistakes in what they say of themselves; that must not stop the others. */
function attempt<Result>(ask: () => Result): Result | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
