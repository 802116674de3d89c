import type { ScormStandard } from "./course-data.ts";
import type { Standing } from "./course-state.ts";
import type { Platform } from "./platform.ts";

/** As much of both standards' interfaces as is used here, under one name. */
type Api = {
  get: (element: string) => string;
  set: (element: string, value: string) => string;
  commit: () => string;
  finish: () => string;
};

type Api12 = Record<
  "LMSInitialize" | "LMSCommit" | "LMSFinish" | "LMSGetValue",
  (value: string) => unknown
> & {
  LMSSetValue: (element: string, value: string) => unknown;
};
type Api2004 = Record<"Initialize" | "Commit" | "Terminate" | "GetValue", (value: string) => unknown> & {
  SetValue: (element: string, value: string) => unknown;
};
type Place = Window & { API?: Api12; API_1484_11?: Api2004 };

/**
 * The learning platform around this page, by the standard that the package was made for: platforms may offer both. Null
 * without one that answers.
 */
export function scormPlatform(standard: ScormStandard): Platform | null {
  if (standard === "scorm-2004") {
    const api = findApi((place) => place.API_1484_11);
    return api && said(api.Initialize("")) ? platform(api2004(api), true) : null;
  }
  const api = findApi((place) => place.API);
  return api && said(api.LMSInitialize("")) ? platform(api12(api), false) : null;
}

/** The standards' algorithm: up through the parents, then through the window that opened this one and its parents. */
function findApi<Found>(apiOf: (place: Place) => Found | undefined): Found | null {
  return findAbove(window, apiOf) ?? (window.opener ? findAbove(window.opener as Window, apiOf) : null);
}

function findAbove<Found>(start: Window, apiOf: (place: Place) => Found | undefined): Found | null {
  try {
    for (let place = start, depth = 0; depth < 50; place = place.parent, depth += 1) {
      const api = apiOf(place as Place);
      if (api) return api;
      if (place.parent === place) return null;
    }
  } catch {
    // A window of another origin may not be looked into: there is no platform that we could reach.
  }
  return null;
}

function platform(api: Api, is2004: boolean): Platform {
  const names = is2004 ? names2004 : names12;
  const openedAt = Date.now();
  let isFinished = false;
  const mode = api.get(names.mode);
  const isReview = mode === "review" || mode === "browse" || api.get(names.credit) === "no-credit";
  const setTime = () =>
    api.set(names.time, is2004 ? duration(Date.now() - openedAt) : timespan(Date.now() - openedAt));
  return {
    kind: "scorm",
    capacity: is2004 ? 64_000 : 4096,
    isReview,
    load: () => api.get("cmi.suspend_data"),
    save(text, place, standing) {
      if (isReview || isFinished) return true;
      const values: [string, string][] = [
        ["cmi.suspend_data", text],
        [names.location, place],
        ...(is2004 ? result2004(standing) : result12(standing)),
        // A learner may come back when she is done: nothing is thrown away.
        [names.exit, "suspend"],
      ];
      const areTaken = values.map(([element, value]) => said(api.set(element, value))).every(Boolean);
      setTime();
      return said(api.commit()) && areTaken;
    },
    finish() {
      if (isFinished) return;
      isFinished = true;
      if (!isReview) setTime();
      api.finish();
    },
  };
}

const names12 = {
  mode: "cmi.core.lesson_mode",
  credit: "cmi.core.credit",
  location: "cmi.core.lesson_location",
  exit: "cmi.core.exit",
  time: "cmi.core.session_time",
};
const names2004 = {
  mode: "cmi.mode",
  credit: "cmi.credit",
  location: "cmi.location",
  exit: "cmi.exit",
  time: "cmi.session_time",
};

/** One status for both: the course is passed when all of it is done, failed when its test cannot be passed any more. */
function result12({ isComplete, isPassed, isUsedUp, percent }: Standing): [string, string][] {
  const done = isPassed === null ? "completed" : "passed";
  const status = isComplete ? done : isUsedUp ? "failed" : "incomplete";
  return [...scoreIn("cmi.core.score", percent), ["cmi.core.lesson_status", status]];
}

function result2004({ isComplete, isPassed, percent, done, required }: Standing): [string, string][] {
  return [
    ...scoreIn("cmi.score", percent),
    ...(percent === null ? [] : [pair("cmi.score.scaled", rounded(percent / 100))]),
    ["cmi.completion_status", isComplete ? "completed" : "incomplete"],
    ["cmi.progress_measure", rounded(required > 0 ? done / required : 1)],
    ...(isPassed === null ? [] : [pair("cmi.success_status", isPassed ? "passed" : "failed")]),
  ];
}

function scoreIn(element: string, percent: number | null): [string, string][] {
  if (percent === null) return [];
  return [
    [`${element}.min`, "0"],
    [`${element}.max`, "100"],
    [`${element}.raw`, rounded(percent)],
  ];
}

function pair(element: string, value: string): [string, string] {
  return [element, value];
}

function rounded(value: number): string {
  return String(Number(value.toFixed(4)));
}

function api12(api: Api12): Api {
  return {
    get: (element) => String(api.LMSGetValue(element) ?? ""),
    set: (element, value) => String(api.LMSSetValue(element, value)),
    commit: () => String(api.LMSCommit("")),
    finish: () => String(api.LMSFinish("")),
  };
}

function api2004(api: Api2004): Api {
  return {
    get: (element) => String(api.GetValue(element) ?? ""),
    set: (element, value) => String(api.SetValue(element, value)),
    commit: () => String(api.Commit("")),
    finish: () => String(api.Terminate("")),
  };
}

function said(answer: unknown): boolean {
  return String(answer) === "true";
}

/** CMITimespan of SCORM 1.2: HHHH:MM:SS.SS. */
function timespan(milliseconds: number): string {
  const hundredths = Math.round(milliseconds / 10);
  const parts = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6000) % 60];
  const seconds = ((hundredths % 6000) / 100).toFixed(2);
  return `${String(parts[0]).padStart(4, "0")}:${String(parts[1]).padStart(2, "0")}:${seconds.padStart(5, "0")}`;
}

/** timeinterval of SCORM 2004: an ISO 8601 duration. */
function duration(milliseconds: number): string {
  return `PT${(milliseconds / 1000).toFixed(2)}S`;
}
