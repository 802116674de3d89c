/** Tries at the application: its cookies, its pages, its endpoints, the keys pressed in it. */

window.hostile.readCookies = () =>
  tryEach({
    document: () => document.cookie,
    shell: () => parent.document.cookie,
    top: () => top.document.cookie,
    store: async () => (await cookieStore.getAll()).map(({ name }) => name).join(),
  });

window.hostile.setCookies = ({ app }) =>
  tryEach({
    here: () => setCookie(""),
    crossSite: () => setCookie("; samesite=none; secure"),
    partitioned: () => setCookie("; samesite=none; secure; partitioned"),
    domain: () => setCookie(`; domain=${new URL(app).hostname}`),
    parentDomain: () => setCookie(`; domain=${location.hostname.replace(/^[^.]*\./, "")}`),
    store: () => cookieStore.set({ name: "session", value: "forged", domain: new URL(app).hostname }),
  });

function setCookie(attributes) {
  document.cookie = `session=forged; path=/${attributes}`;
}

window.hostile.readPage = () =>
  tryEach({
    document: () => top.document.body.innerHTML,
    address: () => top.location.href,
    frame: () => top.frames[0].frameElement?.outerHTML,
    element: () => parent.frameElement?.outerHTML,
    name: () => top.name,
    storage: () => top.localStorage.length,
    opener: () => top.opener && "opener",
    ancestors: () => top.document.title,
  });

/** With whatever the browser would send along. */
window.hostile.callApplication = ({ app }) => {
  const send = (path, method) =>
    fetch(`${app}${path}`, { method, credentials: "include", ...(method === "POST" ? { body: "a=b" } : {}) });
  return tryEach({
    page: async () => (await send("/learn", "GET")).status,
    blind: async () => (await fetch(`${app}/learn`, { mode: "no-cors", credentials: "include" })).type,
    write: async () => (await send("/language", "POST")).status,
    xhr: () =>
      new Promise((done, fail) => {
        const request = new XMLHttpRequest();
        request.withCredentials = true;
        request.onload = () => done(request.status);
        request.onerror = fail;
        request.open("POST", `${app}/sign-out`);
        request.send();
      }),
    form: () => submits({ action: `${app}/sign-out`, method: "post", target: "hostile-app-form" }),
    image: () => loads("img", { src: `${app}/favicon.ico` }),
    script: () => loads("script", { src: `${app}/exit.js` }),
    beacon: () => void navigator.sendBeacon(`${app}/sign-out`, "x"),
    socket: () =>
      new Promise((done, fail) => {
        const socket = new WebSocket(app.replace("http", "ws"));
        socket.onopen = () => done("open");
        socket.onerror = fail;
      }),
  });
};

/** Shows the application in itself, to be clicked on unawares. */
window.hostile.frameApplication = ({ app }) => {
  const frame = document.createElement("iframe");
  frame.src = `${app}/learn`;
  document.body.append(frame);
};

/** Listens for keys wherever it can and takes the keyboard to itself again and again. */
window.hostile.logKeys = () => {
  const keys = [];
  window.hostileKeys = keys;
  const listen = (target) => {
    try {
      target.addEventListener("keydown", ({ key }) => keys.push(key), true);
    } catch {
      // Refused.
    }
  };
  for (const target of [window, parent, top]) listen(target);
};

/** Takes the keyboard's focus without being asked. */
window.hostile.takeFocus = () => {
  const field = document.createElement("input");
  document.body.append(field);
  field.focus();
  window.focus();
  parent.focus();
};

/** Talks to the learner's page as if it were the shell. */
window.hostile.speakAsShell = () => {
  const messages = [
    { sigurna: "exit" },
    { sigurna: "left" },
    { sigurna: "superseded" },
    { sigurna: "problem", reason: "content" },
    { sigurna: "status", status: "full", unsent: 7 },
    { sigurna: "height", pixels: 1 },
    { sigurna: "ended" },
  ];
  for (const message of messages) top.postMessage(message, "*");
};

/** Talks to the shell as if it were the learner's page. */
window.hostile.speakAsPage = () => {
  const messages = [{ sigurna: "leave" }, { sigurna: "start", clearStorage: true }, { sigurna: "renewed" }];
  for (const message of messages) {
    parent.postMessage(message, "*");
    parent.dispatchEvent(
      new parent.MessageEvent("message", { data: message, source: window, origin: "null" }),
    );
  }
};
