/** The player's shell: a page on the content origin that holds the API and, in a frame, the package. */
import "./style.css";

import type { Boot } from "#app/players/boot.ts";
import { fromBase64 } from "#app/platform/sealed.ts";

import { requestBoot } from "./boot-request.ts";
import { clearStorage } from "./clear-storage.ts";
import { deliverLeftovers } from "./leftovers.ts";
import { openPackageFrame } from "./package-frame.ts";
import { linkToPage, type PageLink } from "./page-link.ts";
import { watchForExit } from "./quick-exit.ts";
import { sendRecordNow } from "./records-request.ts";
import { runAddress } from "./run-address.ts";
import type { Runner, Stage } from "./runner.ts";
import { saveReporter } from "./save-status.ts";
import { buildShell } from "./shell-page.ts";
import { startTransport, type Transport } from "./transport.ts";
import { openLog, silentLog, type WriteAheadLog } from "./write-ahead-log.ts";

const recordsAddress = runAddress("records");
/** How long the page waits for the server when the learner leaves. */
const longestDrain = 2_000;

await play();

async function play() {
  const appOrigin = document.querySelector<HTMLMetaElement>('meta[name="app-origin"]')?.content;
  const link = linkToPage(appOrigin ?? location.origin);
  const report = saveReporter(link);
  const leaving = link.hear("leave");
  await deliverLeftovers((unsent) => report("waiting", unsent));

  const started = link.hear("start");
  link.tell({ sigurna: "ready" });
  const { clearStorage: isToClear } = await started;
  if (isToClear) await clearStorage();

  const boot = await requestBoot(runAddress("boot"), link);
  if (!boot) return;
  const { log, transport } = openSaving(boot, link, report, () => end());
  const stage = openStage(boot, link, log);
  const runner = await chooseRunner(stage);
  await runner.start();

  let isOver = false;
  async function end() {
    if (isOver) return;
    isOver = true;
    await runner.leave();
  }
  watchLeaving(transport);
  link.on("flush", () => transport.flush(false));
  link.on("renewed", () => transport.renewed());
  link.on("focus", () => (runner.focus ?? stage.frame.focus)());
  watchForExit(() => {
    document.documentElement.classList.add("away");
    transport.flush(false);
    link.tell({ sigurna: "exit" });
  });
  await leaving;
  await end();
  await transport.drained(longestDrain);
  link.tell({ sigurna: "left" });
}

function openSaving(
  boot: Boot,
  link: PageLink,
  report: ReturnType<typeof saveReporter>,
  stop: () => Promise<void>,
): { log: WriteAheadLog; transport: Transport } {
  const progress = () => {
    const unsent = log.unsent().length;
    if (log.isFull()) report("full", unsent);
    else if (unsent === 0) report("saved", 0);
    else if (transport.isRefused()) report("refused", unsent);
    else report(transport.isFailing() ? "waiting" : "saving", unsent);
  };
  const log =
    boot.mode === "review"
      ? silentLog
      : openLog({
          launchId: boot.launchId,
          sealKey: fromBase64(boot.sealKey),
          storeAtServer: (record) => sendRecordNow(recordsAddress, record),
          onChange: (kind) => {
            transport.nudge(kind === "commit" || kind === "terminate");
            progress();
          },
        });
  const keepAgain = () => {
    log.keepAgain();
    progress();
  };
  // The package, or another window, has changed what is stored: there may be room now.
  addEventListener("storage", keepAgain);
  const transport = startTransport({
    address: recordsAddress,
    log,
    onProgress: keepAgain,
    onExpired: () => link.tell({ sigurna: "expired" }),
    onSuperseded: () => {
      link.tell({ sigurna: "superseded" });
      void stop();
    },
  });
  progress();
  return { log, transport };
}

function openStage(boot: Boot, link: PageLink, log: WriteAheadLog): Stage {
  const text = (key: string) => boot.texts[key] ?? key;
  const page = buildShell(text);
  document.documentElement.lang = boot.language;
  document.title = boot.structure.title;
  page.frame.title = boot.structure.title;
  return {
    boot,
    log,
    frame: openPackageFrame(page.frame, () => link.tell({ sigurna: "problem", reason: "files" })),
    side: page.side,
    tell: (message) => link.tell(message),
    text,
  };
}

async function chooseRunner(stage: Stage): Promise<Runner> {
  const { structure } = stage.boot;
  switch (structure.standard) {
    case "scorm-1.2":
      return (await import("./scorm12.ts")).scorm12Runner(stage);
    case "scorm-2004":
      return (await import("./scorm2004.ts")).scorm2004Runner(stage);
    case "h5p":
      return (await import("./h5p.ts")).h5pRunner(stage);
    case "cmi5":
      return (await import("./cmi5.ts")).cmi5Runner(stage, structure);
  }
}

/** The page may never come back from being hidden, and pagehide is the last that it hears. */
function watchLeaving(transport: Transport) {
  addEventListener("pagehide", () => transport.flush(true));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") transport.flush(false);
  });
}
