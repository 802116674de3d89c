import type { Page } from "playwright";

import type { Boot } from "#app/players/boot.ts";
import { ownElements } from "#app/players/run-elements.ts";
import type { LoggedLaunch, LoggedRecord } from "#app/players/run-log-file.ts";

import { until } from "../packages-try/player-tab.ts";
import { shellFrame } from "../packages-try/touch.ts";
import type { Watch } from "../packages-try/watch-page.ts";
import { type Account, noteAnswer, noteListed, noteStuck } from "./account.ts";
import { planOf } from "./plan.ts";

const beginLimit = 20_000;

/** What H5P content does through its core, as far as our player keeps it. */
type Deed =
  | { kind: "data"; name: string; subContentId: string; json: string }
  | { kind: "finished"; score: number; maxScore: number }
  | { kind: "statement"; statement: unknown };

type Core = {
  instances: unknown[];
  setUserData(id: string, name: string, data: unknown, options: object): void;
  deleteUserData(id: string, name: string, subContentId: string): void;
  setFinished(id: string, score: number, maxScore: number): void;
  XAPIEvent: new () => { data: { statement: unknown } };
  externalDispatcher: { trigger(event: unknown): void };
};

/**
 * Gives H5P's core what the content gave it in this launch, in order. The content is shown and begins by itself, then it
 * is no longer asked for its state, so that only what is recorded is kept. Returns the statements, which only the new
 * log can tell of.
 */
export async function replayContent(
  account: Account,
  { page, watch }: { page: Page; watch: Watch },
  launch: LoggedLaunch,
): Promise<LoggedRecord[]> {
  const isBegun = () => [...watch.acknowledged.values()].some(({ kind }) => kind === "initialize");
  const shell = (await until(beginLimit, isBegun)) ? shellFrame(page) : undefined;
  await shell?.evaluate(() => {
    const view = document.querySelector<HTMLIFrameElement>("iframe.h5p-iframe")?.contentWindow;
    (view as unknown as { H5P: Core }).H5P.instances.length = 0;
  });
  const statements: LoggedRecord[] = [];
  for (const record of launch.records) {
    const plan = planOf(record, "h5p", true);
    if (plan.kind === "listed") noteListed(account, plan.why);
    if (plan.kind !== "content") continue;
    if (!shell || !watch.boot) {
      noteStuck(account, launch.number, record, "the content does not begin");
      continue;
    }
    const value = await shell.evaluate(doIt, deedOf(record, watch.boot));
    if (record.kind === "statement") statements.push(record);
    else noteAnswer(account, launch.number, record, { recorded: plan.recorded, now: { value, error: "0" } });
  }
  return statements;
}

/** In the shell's page. Returns "true" when it is kept. */
function doIt(deed: Deed): string {
  const view = document.querySelector<HTMLIFrameElement>("iframe.h5p-iframe")?.contentWindow;
  const core = (view as unknown as { H5P: Core }).H5P;
  let answer = "true";
  if (deed.kind === "statement") {
    const event = new core.XAPIEvent();
    event.data.statement = deed.statement;
    core.externalDispatcher.trigger(event);
  } else if (deed.kind === "finished") {
    core.setFinished("unit", deed.score, deed.maxScore);
  } else if (deed.json === "") {
    core.deleteUserData("unit", deed.name, deed.subContentId);
  } else {
    core.setUserData("unit", deed.name, JSON.parse(deed.json), {
      subContentId: deed.subContentId,
      errorCallback(error: unknown) {
        answer = String(error);
      },
    });
  }
  return answer;
}

function deedOf({ kind, element, value }: LoggedRecord, { packageIri }: Boot): Deed {
  if (kind === "statement") return { kind, statement: rebased(value ?? "{}", packageIri) };
  if (element === ownElements.h5pFinished) {
    const { score, maxScore } = JSON.parse(value ?? "{}") as { score: number; maxScore: number };
    return { kind: "finished", score, maxScore };
  }
  const [first, subContentId = "0", ...rest] = (element ?? "").split("/");
  const name = first === ownElements.h5pState ? "state" : rest.join("/");
  return { kind: "data", name, subContentId, json: value ?? "" };
}

/** The statement about this site's package instead of the one where it was recorded. */
function rebased(json: string, packageIri: string): unknown {
  const { object } = JSON.parse(json) as { object?: { id?: string } };
  const base = /^(.*)\/content(\?.*)?$/.exec(object?.id ?? "")?.[1];
  const here = base ? json.replaceAll(`${base}/content`, `${packageIri}/content`) : json;
  return JSON.parse(here) as unknown;
}
