import type { LoggedApiOptions, ScormFunctions } from "./logged-api.ts";
import type { Scorm2004API } from "./scorm-again-2004.ts";

/** No network, no timers: keeping values is the log's business. No words in the console either. */
export const quietSettings = {
  autocommit: false,
  lmsCommitUrl: false,
  logLevel: 5,
  onLogMessage: () => {},
} as const;

/** General failures of SCORM 2004 RTE 3.1.7: nothing could be kept. */
export const keepingErrors: LoggedApiOptions["errors"] = {
  initialize: "102",
  terminate: "111",
  set: "351",
  commit: "391",
};

export function functionsOf(model: Scorm2004API): ScormFunctions {
  return {
    Initialize: (parameter) => model.Initialize(parameter),
    Terminate: (parameter) => model.Terminate(parameter),
    GetValue: (element) => model.GetValue(element),
    SetValue: (element, value) => model.SetValue(element, value),
    Commit: (parameter) => model.Commit(parameter),
    GetLastError: () => model.GetLastError(),
    GetErrorString: (code) => model.GetErrorString(code),
    GetDiagnostic: (code) => model.GetDiagnostic(code),
  };
}

/** Puts the API where SCORM 2004 packages look for it. */
export function offerApi(api: ScormFunctions) {
  Object.assign(window, { API_1484_11: api });
}
