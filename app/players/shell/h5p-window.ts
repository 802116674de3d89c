/** What we use of H5P's core, which h5p-standalone loads into the shell's page and into the frame of the content. */

export type H5pStatement = {
  object?: { id?: string; definition?: { interactionType?: string } };
  [name: string]: unknown;
};

export type H5pInstance = {
  getCurrentState?: () => unknown;
  getMaxScore?: () => number;
  getXAPIData?: () => H5pAnswers;
};

/** The content's own account of its questions, with those of its parts below. */
export type H5pAnswers = { statement?: H5pStatement; children?: H5pAnswers[] };

export type UserDataOptions = { subContentId?: string | number; errorCallback?: (error: unknown) => void };

export type H5pCore = {
  instances: H5pInstance[];
  externalDispatcher: {
    on(name: string, listener: (event: { data: { statement: H5pStatement } }) => void): void;
  };
  setUserData(contentId: string, name: string, data: unknown, options?: UserDataOptions): void;
  deleteUserData(contentId: string, name: string, subContentId?: string | number): void;
  setFinished(contentId: string, score: unknown, maxScore: unknown, time?: unknown): void;
  opened: Record<string, Date>;
};

type UserData = Record<string, Record<string, string>>;

declare global {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- augmenting needs an interface
  interface Window {
    H5P?: H5pCore;
    H5PStandalone?: {
      H5P: new (holder: HTMLElement, options: Record<string, unknown>) => PromiseLike<unknown>;
    };
    H5PIntegration?: {
      /** What the core needs first, in the shell's page and in the content's frame. */
      core: { scripts: string[]; styles: string[] };
      contents: Record<string, { contentUserData?: UserData }>;
    };
  }
}

/** Our id of the content inside H5P. */
export const contentId = "unit";

/** What is kept for the content, as H5P reads it: by subContentId and name. */
export function userData(): UserData {
  const content = window.H5PIntegration?.contents[`cid-${contentId}`];
  if (!content) return {};
  content.contentUserData ??= {};
  return content.contentUserData;
}
