import type { CallLog } from "./call-log.ts";

/** The eight functions of both SCORM versions, under the names of the newer. */
export type ScormFunctions = {
  Initialize(parameter: string): string;
  Terminate(parameter: string): string;
  GetValue(element: string): string;
  SetValue(element: string, value: string): string;
  Commit(parameter: string): string;
  GetLastError(): string;
  GetErrorString(code: string): string;
  GetDiagnostic(code: string): string;
};

export type LoggedApiOptions = {
  /** Knows the standard: what is allowed when, and which error it is. */
  model: ScormFunctions;
  isInitialized: () => boolean;
  isNotInitialized: () => boolean;
  log: () => CallLog;
  /** What the package hears when a call would be right and cannot be kept. */
  errors: { initialize: string; terminate: string; set: string; commit: string };
  onInitialize?: () => void;
  onSet?: (element: string, value: string) => void;
  onCommit?: () => void;
  onTerminate?: () => void;
};

/** What the package calls: true only when the standard allows it and the log has it. */
export function loggedApi(options: LoggedApiOptions): ScormFunctions {
  const { model, log, errors } = options;
  let ownError: string | null = null;
  /** What the model holds and nothing has kept: as long as `element` is not kept, the answer is what it was before. */
  const unkept = new Map<string, { element: string; before: Answer }>();

  function ask(name: string): Answer {
    const value = String(model.GetValue(name));
    const found = unkept.get(name);
    if (found && log().isUnkept(found.element)) return found.before;
    return { value, error: String(model.GetLastError()) };
  }

  function fail(error: string): "false" {
    ownError = error;
    return "false";
  }

  function answer(call: string, given: string, result: string): string {
    const error = String(model.GetLastError());
    if (error !== "0") log().refused(call, given, error);
    return result;
  }

  return {
    Initialize(given) {
      ownError = null;
      const parameter = textOf(given);
      const isRight = parameter === "" && options.isNotInitialized();
      if (isRight && !log().append({ kind: "initialize" })) return fail(errors.initialize);
      const result = answer("Initialize", parameter, model.Initialize(parameter));
      if (isRight) options.onInitialize?.();
      return result;
    },
    Terminate(given) {
      ownError = null;
      const parameter = textOf(given);
      const isRight = parameter === "" && options.isInitialized();
      if (isRight && !log().append({ kind: "terminate" })) return fail(errors.terminate);
      const result = answer("Terminate", parameter, model.Terminate(parameter));
      if (isRight) options.onTerminate?.();
      return result;
    },
    GetValue(given) {
      ownError = null;
      const element = textOf(given);
      const { value, error } = ask(element);
      if (error !== String(model.GetLastError())) ownError = error;
      if (error === "0") log().got(element, value);
      else log().refused(element, "", error);
      return value;
    },
    SetValue(givenElement, givenValue) {
      ownError = null;
      const [element, value] = [textOf(givenElement), textOf(givenValue)];
      const before = [element, ...countsAbove(element)].map((name) => ({ name, answer: ask(name) }));
      const result = String(model.SetValue(element, value));
      if (result !== "true") return answer(element, value, result);
      if (!log().append({ kind: "set", element, value })) {
        for (const { name, answer: earlier } of before) unkept.set(name, { element, before: earlier });
        return fail(errors.set);
      }
      options.onSet?.(element, value);
      return result;
    },
    Commit(given) {
      ownError = null;
      const parameter = textOf(given);
      const result = String(model.Commit(parameter));
      if (result !== "true") return answer("Commit", parameter, result);
      if (!log().append({ kind: "commit" })) return fail(errors.commit);
      options.onCommit?.();
      return result;
    },
    GetLastError: () => ownError ?? String(model.GetLastError()),
    GetErrorString: (code) => String(model.GetErrorString(textOf(code))),
    GetDiagnostic: (code) => String(model.GetDiagnostic(code === "" && ownError ? ownError : textOf(code))),
  };
}

type Answer = { value: string; error: string };

/** The counts of the collections that an element is in: of `cmi.objectives.0.id`, `cmi.objectives._count`. */
function countsAbove(element: string): string[] {
  return [...element.matchAll(/\.\d+\./g)].map(({ index }) => `${element.slice(0, index)}._count`);
}

/** Packages hand over numbers, undefined and null as well. */
function textOf(given: unknown): string {
  return given === undefined || given === null ? "" : String(given as string);
}
