/**
 * Browsers that block the storage of frames from other sites throw at the mere name `localStorage`, and H5P's core reads
 * it at its start. There it gets one that lasts as long as the page; what the learner does is kept in our log anyway.
 */
export function storageScripts(): string[] {
  return isStorageAllowed() ? [] : [`data:text/javascript,${encodeURIComponent(`(${bringStorage})()`)}`];
}

function isStorageAllowed(): boolean {
  try {
    return window.localStorage !== null;
  } catch {
    return false;
  }
}

/** Runs in the content's frame, alone: it may use nothing from outside of it. */
function bringStorage() {
  const items = new Map<string, string>();
  const storage = {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: unknown) => void items.set(name, String(value)),
    removeItem: (name: string) => void items.delete(name),
    clear: () => items.clear(),
    key: (index: number) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { value: storage, configurable: true });
  }
}
