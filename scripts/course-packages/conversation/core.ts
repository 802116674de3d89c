/** What we use of H5P's core, which is there before the library is read. */

export type Statement = {
  object?: { definition?: Record<string, unknown> };
  result?: Record<string, unknown>;
};

export type XapiEvent = {
  data: { statement: Statement };
  getVerifiedStatementValue(keys: string[]): Record<string, unknown>;
  setScoredResult(
    score: number,
    max: number,
    instance: unknown,
    isCompleted: boolean,
    isPassed: boolean,
  ): void;
};

/** Every content type is one. */
type Dispatcher = {
  trigger(event: string | XapiEvent): void;
  createXAPIEventTemplate(verb: string): XapiEvent;
  triggerXAPI(verb: string): void;
  setActivityStarted(): void;
};

export type Core = Record<string, unknown> & { EventDispatcher: new () => Dispatcher };

export const core = (globalThis as unknown as { H5P: Core }).H5P;
