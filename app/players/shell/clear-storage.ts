import { isOfLog } from "./stored-records.ts";

/** A browser that answers later than this is not waited for. */
const longest = 3_000;

/** Removes what packages of another learner have left on this origin; records that are not sent yet stay. */
export async function clearStorage(): Promise<void> {
  const steps = [clearValues, clearCookies, clearDatabases, clearCaches, clearWorkers].map(async (step) => {
    try {
      await step();
    } catch {
      // A kind of storage that this browser does not give us holds nothing either.
    }
  });
  await Promise.race([Promise.all(steps), new Promise((done) => setTimeout(done, longest))]);
}

function clearValues() {
  sessionStorage.clear();
  for (const key of Object.keys(localStorage)) if (!isOfLog(key)) localStorage.removeItem(key);
}

function clearCookies() {
  for (const cookie of document.cookie.split("; ")) {
    document.cookie = `${cookie.split("=")[0]}=; path=/; max-age=0`;
  }
}

async function clearDatabases() {
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
}

async function clearCaches() {
  for (const name of await caches.keys()) await caches.delete(name);
}

async function clearWorkers() {
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
}
