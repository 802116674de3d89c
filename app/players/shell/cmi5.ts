import { activitiesOf } from "#app/library/package-activities.ts";
import type { Cmi5Node, PackageStructure } from "#app/library/package-structure.ts";
import type { ActivityResult, Boot } from "#app/players/boot.ts";

import { type ContentsEntry, showContents } from "./contents.ts";
import { runAddress } from "./run-address.ts";
import { addressIn, type Runner, type Stage } from "./runner.ts";
import { backoff, pause } from "./waiting.ts";

type Cmi5Structure = Extract<PackageStructure, { standard: "cmi5" }>;

/** Where an AU goes when it has ended (LMS.LaunchData's returnURL). */
const returnPath = "/xapi/returned";
const betweenLooks = 500;

/**
 * A cmi5 course: its AUs talk to the statement store themselves. Here they are opened, one at a time, each time in a
 * new session.
 */
export function cmi5Runner(stage: Stage, structure: Cmi5Structure): Runner {
  const { boot, log, frame } = stage;
  const aus = structure.nodes.flatMap(activitiesOf).filter(({ kind }) => kind === "au");
  const results: Record<string, Pick<ActivityResult, "completion" | "success">> = { ...boot.results };
  const packageFrame = document.getElementById("package") as HTMLIFrameElement;
  let current: Cmi5Node | undefined;
  let ownWindow: Window | null = null;

  const isShownInSide = aus.length > 1 || aus.some(({ launchMethod }) => launchMethod === "OwnWindow");
  const contents = isShownInSide
    ? showContents(stage, rootOf(structure, boot.language), {
        choose: (key) => void open(aus.find((au) => au.key === key)),
        previous: () => void open(aus[place() - 1]),
        next: () => void open(aus[place() + 1]),
      })
    : undefined;

  function place() {
    return current ? aus.indexOf(current) : -1;
  }

  function update(message: string | null = null) {
    contents?.update({
      current: current?.key ?? null,
      stateOf: (key) => results[key],
      canChoose: () => true,
      hasPrevious: place() > 0,
      hasNext: place() < aus.length - 1,
      message,
    });
  }

  async function open(au: Cmi5Node | undefined) {
    if (!au) return;
    // A window may only be opened while the learner's click is being answered.
    const opened = au.launchMethod === "OwnWindow" ? window.open("about:blank", "_blank") : null;
    await close();
    const query = await openSession(au.key);
    if (query === null) {
      stage.tell({ sigurna: "problem", reason: "boot" });
      return;
    }
    current = au;
    log.append({ activity: au.key, kind: "initialize" });
    const address = withQuery(addressIn(boot, au.launch ?? ""), query);
    if (opened) {
      ownWindow = opened;
      opened.location.replace(address);
      void watchWindow(opened);
    } else frame.show(address, titleOf(au, boot.language));
    stage.tell({ sigurna: "running" });
    update(opened ? stage.text("shellInOwnWindow") : null);
  }

  /** Takes the AU that runs away; its handlers for leaving have run when this resolves. */
  async function close() {
    if (!current) return;
    ownWindow?.close();
    ownWindow = null;
    await frame.clear();
    log.note({ activity: current.key, kind: "leave" });
    current = undefined;
  }

  async function returned() {
    await close();
    Object.assign(results, await currentResults());
    update(stage.text("shellChoose"));
    if (aus.length === 1 || aus.every(isDone)) stage.tell({ sigurna: "ended" });
  }

  function isDone({ key, moveOn }: Cmi5Node) {
    const { completion, success } = results[key] ?? {};
    return completion === "completed" || success === "passed" || moveOn === "NotApplicable";
  }

  async function watchWindow(opened: Window) {
    while (ownWindow === opened) {
      await pause(betweenLooks);
      if (ownWindow === opened && (opened.closed || pathOf(opened) === returnPath)) await returned();
    }
  }

  return {
    async start() {
      packageFrame.addEventListener("load", () => {
        if (packageFrame.contentWindow && pathOf(packageFrame.contentWindow) === returnPath) void returned();
      });
      update();
      const first = aus.find(({ key }) => results[key]?.completion !== "completed") ?? aus[0];
      if (first?.launchMethod === "OwnWindow") {
        stage.tell({ sigurna: "running" });
        update(stage.text("shellChoose"));
      } else await open(first);
    },
    leave: close,
  };
}

/** The query of a new session's address; waits for the connection as long as it takes, null when it is refused. */
async function openSession(node: string): Promise<string | null> {
  for (let failures = 0; ; failures += 1) {
    try {
      const response = await fetch(runAddress("sessions"), {
        method: "POST",
        body: JSON.stringify({ node }),
        credentials: "omit",
        redirect: "error",
      });
      if (response.ok) return ((await response.json()) as { query: string }).query;
      if (response.status < 500) return null;
    } catch {
      // No connection: again below.
    }
    await pause(backoff(failures));
  }
}

async function currentResults(): Promise<Boot["results"]> {
  try {
    const response = await fetch(runAddress("boot"), { credentials: "omit", redirect: "error" });
    return response.ok ? ((await response.json()) as Boot).results : {};
  } catch {
    return {};
  }
}

/** The AU's own query stays as its author wrote it. */
function withQuery(address: string, query: string): string {
  const [page = "", fragment] = address.split("#");
  const joined = `${page}${page.includes("?") ? "&" : "?"}${query}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}

/** Null for a page of another origin. */
function pathOf(view: Window): string | null {
  try {
    return view.location.pathname;
  } catch {
    return null;
  }
}

function rootOf({ nodes, title }: Cmi5Structure, language: string): ContentsEntry {
  const entryOf = (node: Cmi5Node): ContentsEntry => ({
    id: node.key,
    title: titleOf(node, language),
    isVisible: true,
    launch: node.launch,
    children: node.children.map(entryOf),
  });
  return { id: "", title, isVisible: true, launch: null, children: nodes.map(entryOf) };
}

function titleOf({ title, key }: Cmi5Node, language: string): string {
  const [tag] = language.split("-");
  const fitting = Object.entries(title).find(([given]) => given.split("-")[0] === tag);
  return fitting?.[1] ?? Object.values(title)[0] ?? key;
}
