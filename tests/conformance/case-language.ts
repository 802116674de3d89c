/**
 * The language of ADL's conformance cases for SCORM 2004 4th edition: Java properties, an activity's visit as
 * `Act<activity>V<visit>`, a call as `function->argument->answer->error`.
 */
export type Call = {
  name:
    | "Initialize"
    | "Terminate"
    | "Commit"
    | "GetValue"
    | "SetValue"
    | "GetLastError"
    | "GetErrorString"
    | "GetDiagnostic";
  /** Element or parameter; `&id&` stands for the index of the objective with that id. */
  argument: string;
  /** SetValue only. */
  value: string;
  expected: Expected;
  error: string;
};

export type Expected = { kind: "exactly"; text: string } | { kind: "some text" } | { kind: "the objective" };

export type Step = { source: string } & (
  | { kind: "call"; call: Call }
  /** The objectives of the SCO are these. */
  | { kind: "objectives"; ids: string[] }
);

export type Visit = {
  name: string;
  /** As in the manifest's `act` parameter. */
  activity: string;
  questions: { question: string; isExpected: boolean }[];
  steps: Step[];
  /** What the learner does afterwards; null when the SCO navigates itself. */
  learner: string | null;
};

export type ConformanceCase = { title: string; start: string; visits: Visit[] };

const functions: Record<string, Call["name"]> = {
  I: "Initialize",
  T: "Terminate",
  C: "Commit",
  GET: "GetValue",
  SET: "SetValue",
  GLE: "GetLastError",
  GES: "GetErrorString",
  GeDi: "GetDiagnostic",
};

const elements: Record<string, string> = {
  a: "adl", c: "cmi", n: "nav", r: "request", rv: "request_valid", DA: "data", STR: "store",
  V: "_version", CHIL: "_children", CNT: "_count",
  CFLRNR: "comments_from_learner", CFLMS: "comments_from_lms", COM: "comment", LOC: "location", TS: "timestamp",
  CS: "completion_status", CT: "completion_threshold", CDT: "credit", E: "entry", X: "exit",
  INTR: "interactions", ID: "id", TY: "type", OB: "objectives", CR: "correct_responses", P: "pattern",
  W: "weighting", LR: "learner_response", R: "result", LAT: "latency", D: "description",
  LD: "launch_data", LI: "learner_id", LN: "learner_name", LP: "learner_preference",
  AL: "audio_level", LANG: "language", DS: "delivery_speed", AC: "audio_captioning",
  MAXTA: "max_time_allowed", M: "mode", S: "score", SCA: "scaled", RW: "raw", MN: "min", MX: "max",
  SS: "success_status", PM: "progress_measure", SPS: "scaled_passing_score", ST: "session_time",
  SD: "suspend_data", TLA: "time_limit_action", TT: "total_time",
}; // prettier-ignore

const words: Record<string, string> = {
  t: "true", f: "false", comp: "completed", incomp: "incomplete", notatt: "not attempted",
  pass: "passed", fail: "failed", unk: "unknown", es: "",
  "CDT.c": "credit", "CDT.n": "no-credit", "E.a": "ab-initio", "E.r": "resume",
  "X.t": "time-out", "X.s": "suspend", "X.l": "logout",
  "TY.tf": "true-false", "TY.c": "choice", "TY.f": "fill-in", "TY.lf": "long-fill-in", "TY.l": "likert",
  "TY.m": "matching", "TY.p": "performance", "TY.s": "sequencing", "TY.n": "numeric", "TY.o": "other",
  "R.c": "correct", "R.i": "incorrect", "R.u": "unanticipated", "R.n": "neutral",
  "M.b": "browse", "M.n": "normal", "M.r": "review",
  "TLA.em": "exit,message", "TLA.cm": "continue,message", "TLA.enm": "exit,no message", "TLA.cnm": "continue,no message",
  "N.c": "continue", "N.p": "previous", "N.ea": "exitAll", "N.a": "abandon", "N.aa": "abandonAll",
  "N.sa": "suspendAll", "N.n": "_none_", "N.j": "jump", ill: "illegal", ivd: "invalid",
}; // prettier-ignore

/** Reads a case. */
export function parseCase(text: string): ConformanceCase {
  const entries = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "" && !/^\s*[#!]/.test(line))
    .map((line) => {
      const equals = line.indexOf("=");
      return [line.slice(0, equals).trim(), line.slice(equals + 1).trim()] as const;
    });
  const heads = new Map(entries);
  const visits = new Map<string, Visit>();
  for (const [key, value] of entries) {
    const match = /^(Act(\w+?)V\d+)\.(UIQ|UIA|CUI|commands\.\d+)$/.exec(key);
    if (!match) continue;
    const [, name = "", activity = "", part = ""] = match;
    const visit = visits.get(name) ?? { name, activity, questions: [], steps: [], learner: null };
    visits.set(name, visit);
    if (part === "UIQ") visit.questions = questionsOf(value, heads.get(`${name}.UIA`) ?? "");
    else if (part === "CUI") visit.learner = value;
    else if (part !== "UIA") visit.steps.push(stepOf(value));
  }
  return {
    title: heads.get("title") ?? "",
    start: heads.get("start") ?? ".",
    visits: [...visits.values()],
  };
}

function questionsOf(questions: string, answers: string) {
  const expected = answers.split("~");
  return questions.split("~").map((question, index) => ({ question, isExpected: expected[index] === "Y" }));
}

function stepOf(source: string): Step {
  const [token = "", given = "", ...rest] = source.split("->");
  if (token === "COI") return { kind: "objectives", ids: given.split(","), source };
  const name = functions[token];
  if (!name) throw new Error(`Unknown function in "${source}"`);
  const error = rest.at(-1) ?? "0";
  const expected = expectedOf(rest.at(-2) ?? "", given, name);
  const { argument, value } = argumentsOf(name, given);
  return { kind: "call", call: { name, argument, value, expected, error }, source };
}

function argumentsOf(name: Call["name"], given: string) {
  if (name === "GetErrorString" || name === "GetDiagnostic") return { argument: given, value: "" };
  const marker = name === "SetValue" ? given.lastIndexOf("!") : -1;
  const path = marker < 0 ? given : given.slice(0, marker);
  const value = marker < 0 ? "" : given.slice(marker + 1);
  return navigationTarget(path, value) ?? { argument: elementOf(path), value: words[value] ?? value };
}

/** "tar" brings a target: `a~n~r!tar~activity_1~TY.c` is adl.nav.request with {target=activity_1}choice. */
function navigationTarget(path: string, value: string) {
  const setting = /^(a~n~r)$/.exec(path) && /^tar~(.+)~([^~]+)$/.exec(value);
  if (setting) {
    const [, target = "", request = ""] = setting;
    return { argument: "adl.nav.request", value: `{target=${target}}${words[request] ?? request}` };
  }
  const asking = /^a~n~rv~([^~]+)~tar~(.+)$/.exec(path);
  if (asking) {
    const [, request = "", target = ""] = asking;
    return { argument: `adl.nav.request_valid.${words[request] ?? request}.{target=${target}}`, value };
  }
  return null;
}

function elementOf(path: string): string {
  return path
    .split("~")
    .map((part) => elements[part] ?? words[part] ?? part)
    .join(".");
}

function expectedOf(token: string, given: string, name: Call["name"]): Expected {
  if (name === "GetValue" && /^c~OB~&[^&]+&~id$/.test(given)) return { kind: "the objective" };
  if (token === "less255") return { kind: "some text" };
  return { kind: "exactly", text: token === "emptyCS" ? "" : (words[token] ?? token) };
}
