import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { callLog } from "#app/players/shell/call-log.ts";
import { loggedApi } from "#app/players/shell/logged-api.ts";
import { Scorm12API } from "#app/players/shell/scorm-again-12.ts";
import { openLog, type WriteAheadLog } from "#app/players/shell/write-ahead-log.ts";

/** Signs that the browser's storage still takes; a new log begins with plenty. */
let room: number;
let isServerThere: boolean;

beforeEach(() => {
  room = 1_000_000;
  isServerThere = false;
  const items = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      const more = value.length - (items.get(key)?.length ?? 0);
      if (more > room) throw new Error("QuotaExceededError");
      room -= more;
      items.set(key, value);
    },
    removeItem(key: string) {
      room += items.get(key)?.length ?? 0;
      items.delete(key);
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function newLog(): WriteAheadLog {
  return openLog({
    launchId: "launch",
    sealKey: new Uint8Array(32),
    storeAtServer: () => isServerThere,
    onChange: () => undefined,
  });
}

const setting = (element: string, value: string) => ({
  activity: "s1",
  kind: "set" as const,
  element,
  value,
});

test("with no room and no server nothing is promised, until there is room again", () => {
  const log = newLog();
  room = 0;
  expect(log.append(setting("place", "1"))).toBe(false);
  expect(log.isFull()).toBe(true);
  log.keepAgain();
  expect(log.isFull()).toBe(true);
  room = 1_000;
  log.keepAgain();
  expect(log.isFull()).toBe(false);
  expect(log.unsent()).toMatchObject([{ element: "place", value: "1" }]);
});

test("what could not be kept is sent all the same, and the server's word ends the want of room", () => {
  const log = newLog();
  room = 0;
  log.append(setting("place", "1"));
  const [record] = log.unsent();
  log.acknowledge([record?.seq ?? 0]);
  expect(log.isFull()).toBe(false);
  expect(log.unsent()).toEqual([]);
});

test("a newer value that is kept ends the want of room for the older", () => {
  const log = newLog();
  room = 0;
  log.append(setting("place", "1"));
  isServerThere = true;
  expect(log.append(setting("place", "2"))).toBe(true);
  expect(log.isFull()).toBe(false);
  expect(log.unsent()).toEqual([]);
});

function newPackage(log: WriteAheadLog) {
  const model = new Scorm12API({ autocommit: false, lmsCommitUrl: false, logLevel: 5 });
  const calls = callLog(log, "s1");
  const api = loggedApi({
    model: {
      Initialize: (parameter) => model.LMSInitialize(parameter),
      Terminate: (parameter) => model.LMSFinish(parameter),
      GetValue: (element) => model.LMSGetValue(element),
      SetValue: (element, value) => model.LMSSetValue(element, value),
      Commit: (parameter) => model.LMSCommit(parameter),
      GetLastError: () => model.LMSGetLastError(),
      GetErrorString: (code) => model.LMSGetErrorString(code),
      GetDiagnostic: (code) => model.LMSGetDiagnostic(code),
    },
    isInitialized: () => model.isInitialized(),
    isNotInitialized: () => model.isNotInitialized(),
    log: () => calls,
    errors: { initialize: "101", terminate: "101", set: "101", commit: "101" },
  });
  api.Initialize("");
  return api;
}

test("a package that was refused a value gets the one that is stored, until the new one is stored too", () => {
  const log = newLog();
  const api = newPackage(log);
  expect(api.SetValue("cmi.core.lesson_location", "1")).toBe("true");
  log.acknowledge(log.unsent().map(({ seq }) => seq));
  room = 0;
  expect(api.SetValue("cmi.core.lesson_location", "2")).toBe("false");
  expect(api.GetLastError()).toBe("101");
  expect(api.SetValue("cmi.core.lesson_location", "3")).toBe("false");
  expect(api.GetValue("cmi.core.lesson_location")).toBe("1");
  expect(api.GetLastError()).toBe("0");
  room = 1_000;
  log.keepAgain();
  expect(api.GetValue("cmi.core.lesson_location")).toBe("3");
});

test("an entry that could not be kept is not counted, and may be given again", () => {
  const log = newLog();
  const api = newPackage(log);
  api.SetValue("cmi.objectives.0.id", "first");
  log.acknowledge(log.unsent().map(({ seq }) => seq));
  room = 0;
  expect(api.SetValue("cmi.objectives.1.id", "second")).toBe("false");
  expect(api.GetValue("cmi.objectives._count")).toBe("1");
  expect(api.GetValue("cmi.objectives.1.id")).toBe("");
  expect(api.GetLastError()).toBe("201");
  room = 1_000;
  expect(api.SetValue("cmi.objectives.1.id", "second")).toBe("true");
  expect(api.GetValue("cmi.objectives._count")).toBe("2");
});
