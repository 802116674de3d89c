/** Tries at what belongs to others on the content origin: registrations, packages, what earlier learners left. */

const anyRecord = {
  seq: 900_001,
  at: 0,
  activity: "hostile",
  kind: "set",
  element: "cmi.core.lesson_status",
  value: "passed",
};

function post(address, body) {
  return fetch(address, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });
}

/** @param {{ tokens: string[] }} targets guessed or old tokens */
window.hostile.useOtherTokens = ({ tokens }) =>
  tryEach(
    Object.fromEntries(
      tokens.flatMap((token) => [
        [
          `boot ${token}`,
          async () => {
            const response = await fetch(`/run/${token}/boot`);
            return response.ok && (await response.text());
          },
        ],
        [
          `records ${token}`,
          async () => {
            const response = await post(`/run/${token}/records`, { records: [anyRecord] });
            return response.ok && (await response.text());
          },
        ],
        [`shell ${token}`, async () => (await fetch(`/shell/${token}`)).ok && "shell"],
      ]),
    ),
  );

/** @param {{ paths: string[] }} targets */
window.hostile.readFiles = ({ paths }) =>
  tryEach(
    Object.fromEntries(
      paths.map((path) => [
        path,
        async () => {
          const response = await fetch(path);
          return response.ok && (await response.text()).slice(0, 80);
        },
      ]),
    ),
  );

window.hostile.registerServiceWorker = () =>
  tryEach({
    own: async () => (await navigator.serviceWorker.register("worker.js")).scope,
    all: async () => (await navigator.serviceWorker.register("worker.js", { scope: "/" })).scope,
    player: async () => (await navigator.serviceWorker.register("worker.js", { scope: "/shell/" })).scope,
    module: async () => (await navigator.serviceWorker.register("worker.js", { type: "module" })).scope,
    blob: async () => {
      const script = URL.createObjectURL(new Blob(["onfetch = null"], { type: "text/javascript" }));
      return (await navigator.serviceWorker.register(script)).scope;
    },
    shell: async () =>
      (await parent.navigator.serviceWorker.register(new URL("worker.js", location.href))).scope,
  });

/** Everything an earlier learner may have left in this browser. */
window.hostile.readLeftovers = () =>
  tryEach({
    localStorage: () => leftovers(localStorage),
    sessionStorage: () => leftovers(sessionStorage),
    databases: async () =>
      (await indexedDB.databases())
        .map(({ name }) => name)
        .filter((name) => name !== shellsLog)
        .join(),
    log: async () => {
      const records = await openLog("readonly");
      return leftovers(await answerTo(records.getAll()));
    },
    caches: async () => (await caches.keys()).join(),
    files: async () => {
      const names = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
      return names.join();
    },
    workers: async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope).join(),
    cookies: () => document.cookie,
    name: () => window.name,
  });

/** The shell's own database. */
const shellsLog = "sigurna.run";

function answerTo(request) {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

async function openLog(mode) {
  const log = await answerTo(indexedDB.open(shellsLog));
  return log.transaction("records", mode).objectStore("records");
}

/** Leaves traces in every kind of storage, for `readLeftovers` of the next. */
window.hostile.leaveTraces = async () => {
  localStorage.setItem("trace", "secret of the first learner");
  sessionStorage.setItem("trace", "secret of the first learner");
  for (const path of ["/", "/files/"]) {
    document.cookie = `trace=secret; path=${path}; max-age=86400; samesite=none; secure`;
  }
  await new Promise((done) => {
    const request = indexedDB.open("trace");
    request.onsuccess = () => done(request.result.close());
  });
  await answerTo((await openLog("readwrite")).put("secret", "trace"));
  const cache = await caches.open("trace");
  await cache.put("/trace", new Response("secret"));
  const folder = await navigator.storage.getDirectory();
  await folder.getFileHandle("trace", { create: true });
};

/** Whatever is not a record of the shell, which is sealed. */
function leftovers(storage) {
  return Object.entries(storage)
    .filter(([, value]) => value.includes("secret"))
    .map(([name, value]) => `${name}=${value}`)
    .join();
}

window.hostile.readWholeStorage = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

/** What looks like records of the shell, but is none; `prefix` is that of the shell's own keys. */
window.hostile.leaveFalseLog = ({ keys }) => {
  for (const key of keys) localStorage.setItem(key, '{"not": ["what", null]');
};

window.hostile.countUnsent = () =>
  Object.keys(localStorage).filter((key) => key.startsWith("sigurna.run.")).length;
