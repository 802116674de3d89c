/** How it stands with an answer that was changed on this page. */
export type SaveState =
  | { kind: "unchanged" | "saving" | "saved" | "waiting" | "signed-out" }
  /** Not a whole answer yet: nothing to save, nothing wrong. */
  | { kind: "unfinished" }
  /** It cannot be saved any more; the sentence says why. */
  | { kind: "refused"; sentence: string };

export type AnswerSaver = {
  /** The form's fields after a change. */
  change(fields: URLSearchParams): void;
  /** The form goes away: what is not saved yet is, as long as the page lives, without telling. */
  leave(): void;
};

const pauseBeforeSaving = 700;
const firstRetry = 1_000;
const longestRetry = 15_000;

/**
 * Saves the answers of a form: one at a time, so that an older one that was long on its way cannot replace a newer one,
 * and again until the server has it. "saved" is only said of the newest.
 */
export function startAnswerSaver(address: string, tell: (state: SaveState) => void): AnswerSaver {
  let unsaved: URLSearchParams | null = null;
  let isSaving = false;
  let failures = 0;
  let isLeft = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listening = new AbortController();

  function schedule(milliseconds: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), milliseconds);
  }

  async function save() {
    if (isSaving || !unsaved) return;
    const fields = unsaved;
    isSaving = true;
    const state = await post(address, fields);
    isSaving = false;
    const isOver = state.kind !== "waiting" && state.kind !== "signed-out";
    failures = isOver ? 0 : failures + 1;
    if (isOver && unsaved === fields) unsaved = null;
    if (!isOver || !unsaved) tell(state);
    if (unsaved) schedule(isOver ? 0 : Math.min(longestRetry, firstRetry * 2 ** (failures - 1)));
    else if (isLeft) listening.abort();
  }

  function retry() {
    if (failures > 0) schedule(0);
  }

  function onPageHide() {
    if (unsaved) navigator.sendBeacon(address, unsaved);
  }

  const { signal } = listening;
  addEventListener("online", retry, { signal });
  addEventListener("focus", retry, { signal });
  addEventListener("pagehide", onPageHide, { signal });
  return {
    change(fields) {
      unsaved = fields;
      if (failures > 0) return;
      tell({ kind: "saving" });
      schedule(pauseBeforeSaving);
    },
    leave() {
      tell = () => {};
      isLeft = true;
      if (unsaved) void save();
      else listening.abort();
    },
  };
}

async function post(address: string, fields: URLSearchParams): Promise<SaveState> {
  try {
    const response = await fetch(address, { method: "POST", body: fields, redirect: "error" });
    const body = (await response.json()) as { isSaved?: unknown; sentence?: unknown };
    if (response.ok && typeof body.isSaved === "boolean") {
      return { kind: body.isSaved ? "saved" : "unfinished" };
    }
    if (response.status === 401) return { kind: "signed-out" };
    if (response.status < 500 && typeof body.sentence === "string") {
      return { kind: "refused", sentence: body.sentence };
    }
    return { kind: "waiting" };
  } catch {
    return { kind: "waiting" };
  }
}
