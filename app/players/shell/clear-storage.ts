import { isOfLog } from "./stored-records.ts";

/** A browser that answers later than this is not waited for. */
const longest = 3_000;

/** Removes what packages of another learner have left on this origin; records that are not sent yet stay. */
export async function clearStorage(): Promise<void> {
  const steps = [clearValues, clearCookies, clearDatabases, clearCaches, clearFiles, clearWorkers].map(
    async (step) => {
      try {
        await step();
      } catch {
        // A kind of storage that this browser does not give us holds nothing either.
      }
    },
  );
  await Promise.race([Promise.all(steps), new Promise((done) => setTimeout(done, longest))]);
}

function clearValues() {
  sessionStorage.clear();
  for (const [key, value] of Object.entries(localStorage) as [string, string][]) {
    if (!isOfLog(key, value)) localStorage.removeItem(key);
  }
}

/** The first parts of the addresses of this origin. */
const places = ["/", "/files/", "/h5p/", "/player/", "/run/", "/shell/", "/xapi/"];
const attributes = ["", "; samesite=none; secure", "; samesite=none; secure; partitioned"];

/** A cookie is seen, and removed, only from an address below its path. */
function clearCookies() {
  const address = location.href;
  for (const place of places) {
    history.replaceState(null, "", place);
    for (const cookie of document.cookie.split("; ")) {
      const [name] = cookie.split("=");
      for (const path of [place, place.slice(0, -1)]) {
        for (const more of attributes) document.cookie = `${name}=; path=${path}; max-age=0${more}`;
      }
    }
  }
  history.replaceState(null, "", address);
}

async function clearDatabases() {
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
}

async function clearCaches() {
  for (const name of await caches.keys()) await caches.delete(name);
}

async function clearFiles() {
  const folder = await navigator.storage.getDirectory();
  for await (const name of folder.keys()) await folder.removeEntry(name, { recursive: true });
}

async function clearWorkers() {
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
}
