import { version } from "h5p-standalone/package.json";

import { h5pActivityId } from "#app/library/package-activities.ts";

import { h5pKeeping, keptUserData } from "./h5p-keeping.ts";
import { storageScripts } from "./h5p-storage.ts";
import { contentId, type H5pCore } from "./h5p-window.ts";
import { addressIn, type Runner, type Stage } from "./runner.ts";
import { pause } from "./waiting.ts";

/** Not part of the bundle: H5P's core is under another licence (docs/decisions). */
const player = `/h5p/${version}`;
/** How often H5P looks whether the content's state has changed; answers are kept at once. */
const secondsBetweenStates = 3;
/** After its files have come, content that shows nothing for so long will show nothing. */
const longestStart = 10_000;
const longestLoading = 60_000;

/** H5P content, which runs in a frame that h5p-standalone makes. */
export function h5pRunner(stage: Stage): Runner {
  const { boot, log } = stage;
  const values = boot.values[h5pActivityId] ?? {};
  const keeping = h5pKeeping(log, values);
  const holder = document.createElement("div");
  holder.id = "h5p";
  if (boot.structure.standard === "h5p") holder.dataset.library = boot.structure.mainLibrary;
  let core: H5pCore | undefined;
  let isOver = false;

  async function load() {
    window.H5PIntegration = { core: { scripts: storageScripts(), styles: [] }, contents: {} };
    await loadScript(`${player}/main.bundle.js`);
    const standalone = window.H5PStandalone;
    if (!standalone) throw new Error("h5p-standalone did not load");
    await new standalone.H5P(holder, {
      id: contentId,
      h5pJsonPath: addressIn(boot, "").replace(/\/$/, ""),
      frameJs: `${player}/frame.bundle.js`,
      frameCss: `${player}/styles/h5p.css`,
      frame: true,
      copyright: true,
      export: false,
      icon: false,
      fullScreen: true,
      reportingIsEnabled: true,
      // Without it the state is not handed to the content.
      saveFreq: secondsBetweenStates,
      contentUserData: keptUserData(values),
      xAPIObjectIRI: `${boot.packageIri}/${h5pActivityId}`,
      translations: { H5P: wordsOf(stage) },
    });
    window.H5P?.externalDispatcher.on("xAPI", ({ data }) => {
      keeping.keepStatement(data.statement);
      // The content changes its state after it has said so.
      setTimeout(keepAll);
    });
    window.H5P?.externalDispatcher.on("initialized", begin);
  }

  function begin() {
    const frame = holder.querySelector<HTMLIFrameElement>("iframe.h5p-iframe");
    core = frame?.contentWindow?.H5P;
    if (!frame || !core) return;
    keeping.takeOver(core);
    log.append({ activity: h5pActivityId, kind: "initialize" });
    keeping.keepContract(core);
    const tellHeight = () => stage.tell({ sigurna: "height", pixels: frame.offsetHeight });
    new ResizeObserver(tellHeight).observe(frame);
    frame.title = boot.structure.title;
    stage.tell({ sigurna: "running" });
  }

  function keepAll() {
    if (!core || isOver) return;
    keeping.keepStates(core);
    keeping.keepContract(core);
  }

  async function watchStart() {
    let quiet = 0;
    for (let waited = 0; !core && !isOver; waited += 500) {
      await pause(500);
      const frame = holder.querySelector("iframe");
      quiet = frame?.contentDocument?.readyState === "complete" ? quiet + 500 : 0;
      if (!core && (quiet >= longestStart || waited >= longestLoading)) {
        stage.tell({ sigurna: "problem", reason: "content" });
        return;
      }
    }
  }

  return {
    async start() {
      const frame = document.getElementById("package");
      frame?.before(holder);
      if (frame) frame.hidden = true;
      addEventListener("pagehide", keepAll);
      document.addEventListener("visibilitychange", keepAll);
      try {
        await load();
        void watchStart();
      } catch {
        stage.tell({ sigurna: "problem", reason: "files" });
      }
    },
    async leave() {
      keepAll();
      isOver = true;
      if (core) log.note({ activity: h5pActivityId, kind: "leave" });
      holder.remove();
    },
    focus() {
      const frame = holder.querySelector("iframe");
      frame?.focus();
      frame?.contentWindow?.focus();
    },
  };
}

function loadScript(address: string): Promise<void> {
  return new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => done());
    script.addEventListener("error", () => fail(new Error(address)));
    document.head.append(script);
  });
}

/** The words of H5P's own buttons around the content. */
function wordsOf({ text }: Stage): Record<string, string> {
  return {
    fullscreen: text("shellFullScreen"),
    disableFullscreen: text("shellFullScreenEnd"),
    copyrights: text("shellRights"),
    copyrightInformation: text("shellRights"),
    copyrightsDescription: text("shellRightsHint"),
    close: text("shellClose"),
    title: text("shellRightsTitle"),
    author: text("shellRightsAuthor"),
    year: text("shellRightsYear"),
    source: text("shellRightsSource"),
    license: text("shellRightsLicense"),
  };
}
