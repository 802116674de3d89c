import type { ActivityResult } from "#app/players/boot.ts";

import type { Stage } from "./runner.ts";

export type ContentsEntry = {
  id: string;
  title: string;
  isVisible: boolean;
  launch: string | null;
  children: ContentsEntry[];
};

export type ContentsActions = {
  choose: (id: string) => void;
  previous: () => void;
  next: () => void;
  /** Sequenced packages: stop here and go on later, or end the whole. */
  suspend?: () => void;
  end?: () => void;
};

export type ContentsState = {
  current: string | null;
  stateOf: (id: string) => Pick<ActivityResult, "completion" | "success"> | undefined;
  canChoose: (id: string) => boolean;
  isListed?: (id: string) => boolean;
  hasPrevious: boolean;
  hasNext: boolean;
  /** Buttons that the package hides because it brings its own. */
  hides?: ReadonlySet<string>;
  /** A sentence instead of a running activity. */
  message?: string | null;
};

/** The package's table of contents with what is done, and the buttons to move in it. */
export function showContents(stage: Stage, root: ContentsEntry, actions: ContentsActions) {
  const { side, text } = stage;
  const steps = element("div", "steps");
  const previous = button(text("shellPrevious"), actions.previous);
  const next = button(text("shellNext"), actions.next);
  const suspend = actions.suspend && button(text("shellSuspend"), actions.suspend);
  const end = actions.end && button(text("shellEnd"), actions.end);
  steps.append(previous, next, ...(suspend ? [suspend] : []), ...(end ? [end] : []));
  const message = element("p", "message");
  message.setAttribute("role", "status");
  const entries = new Map<string, { button: HTMLButtonElement; state: HTMLElement }>();
  const items = new Map<string, HTMLElement>();
  side.replaceChildren(steps, message, list(root.children));
  side.hidden = false;

  function list(activities: ContentsEntry[]): HTMLElement {
    const entry = element("ol");
    entry.append(...activities.filter(({ isVisible }) => isVisible).map(item));
    return entry;
  }

  function item(activity: ContentsEntry): HTMLElement {
    const entry = element("li");
    items.set(activity.id, entry);
    const state = element("span", "state");
    if (activity.launch === null && !actions.suspend) {
      const title = element("p", "group");
      title.textContent = activity.title;
      entry.append(title);
    } else {
      const choice = button(activity.title, () => actions.choose(activity.id));
      choice.dataset.activity = activity.id;
      choice.append(state);
      entries.set(activity.id, { button: choice, state });
      entry.append(choice);
    }
    if (activity.children.length > 0) entry.append(list(activity.children));
    return entry;
  }

  return {
    update(now: ContentsState) {
      const isHidden = (name: string) => now.hides?.has(name) ?? false;
      setButton(previous, now.hasPrevious, isHidden("previous"));
      setButton(next, now.hasNext, isHidden("continue"));
      if (suspend) setButton(suspend, now.current !== null, isHidden("suspendAll"));
      if (end) setButton(end, now.current !== null, isHidden("exitAll"));
      message.textContent = now.message ?? "";
      message.hidden = !now.message;
      for (const [id, entry] of items) entry.hidden = now.isListed?.(id) === false;
      for (const [id, { button: choice, state }] of entries) {
        choice.disabled = !now.canChoose(id);
        if (id === now.current) choice.setAttribute("aria-current", "step");
        else choice.removeAttribute("aria-current");
        const result = now.stateOf(id);
        state.textContent = text(stateKey(result));
        state.classList.toggle("done", result?.completion === "completed" && result.success !== "failed");
      }
    },
  };
}

function stateKey(result: Pick<ActivityResult, "completion" | "success"> | undefined): string {
  if (result?.success === "passed") return "shellPassed";
  if (result?.success === "failed") return "shellFailed";
  if (result?.completion === "completed") return "shellDone";
  return !result || result.completion === "not attempted" ? "shellNew" : "shellBegun";
}

function element(name: string, className = ""): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", onClick);
  return made;
}

function setButton(made: HTMLButtonElement, isEnabled: boolean, isHidden: boolean) {
  made.disabled = !isEnabled;
  made.hidden = isHidden;
}
