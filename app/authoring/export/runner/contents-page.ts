import type { PathStep } from "#app/learning/path.ts";
import { certificateStepId } from "#app/library/certificate-step.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

import type { CourseData } from "./course-data.ts";
import { type CourseState, type Standing, standingOf } from "./course-state.ts";
import { carried, element, goTo, onLink, whenParsed } from "./dom.ts";
import { type FromPage, tellPage } from "./page-messages.ts";
import { browserPlatform, type Platform } from "./platform.ts";
import { scormPlatform } from "./scorm-platform.ts";
import { formatPercent, t } from "./words.ts";
import { readState, writtenState } from "./written-state.ts";

/** The contents of the copy: keeps what was done, shows how far it is, and frames the pages. */
export function runContents(): void {
  const data = carried<CourseData>("course-data");
  if (!data) return;
  let page: ContentsPage | undefined;
  whenParsed(() => {
    page = new ContentsPage(data);
  });
  onLink("[data-file]", (link, event) => {
    event.preventDefault();
    whenParsed(() => page?.open(link.dataset.file ?? ""));
  });
}

class ContentsPage {
  readonly #data: CourseData;
  readonly #platform: Platform & { forget?: () => void };
  readonly #frame = document.querySelector("iframe") as HTMLIFrameElement;
  #state: CourseState;

  constructor(data: CourseData) {
    this.#data = data;
    this.#platform = (data.standard && scormPlatform(data.standard)) ?? browserPlatform(data.key);
    this.#state = readState(data, this.#platform.load());
    document.getElementById("back")?.addEventListener("click", () => this.#close());
    this.#addNotes();
    window.addEventListener("message", ({ source, data: message }: MessageEvent<FromPage | null>) => {
      const isOfPage = source === this.#frame.contentWindow;
      // Chromium does not name the source any more when the page has gone on meanwhile.
      const isLastWord = source === null && (message?.course === "read" || message?.course === "quiz");
      if (message?.course && (isOfPage || isLastWord)) this.#hear(message);
    });
    window.addEventListener("pagehide", () => this.#platform.finish());
    // A page that comes back out of the browser's memory has already said goodbye to the platform.
    window.addEventListener("pageshow", ({ persisted }) => {
      if (persisted && this.#platform.kind === "scorm") window.location.reload();
    });
    this.#show();
    if (this.#state.at !== null && this.#platform.kind === "scorm") this.open(this.#state.at);
    // Begun is begun: a platform that hears nothing calls it not attempted.
    else if (this.#state.at === null && this.#platform.kind === "scorm") this.#keep();
  }

  /** Where progress is kept, and how to delete it. */
  #addNotes() {
    const place = document.getElementById("notes");
    const { forget, isReview, kind } = this.#platform;
    const word: MessageKey = isReview
      ? "portable.review"
      : kind === "scorm"
        ? "portable.keptByPlatform"
        : "portable.keptHere";
    place?.replaceChildren(element("p", {}, t(word)));
    if (!forget) return;
    const button = element("button", { type: "button", class: "button plain" }, t("portable.forget"));
    button.addEventListener("click", () => {
      forget();
      window.location.reload();
    });
    place?.append(button);
  }

  open(file: string) {
    this.#frame.src = `pages/${file}`;
    this.#playing(true);
  }

  #close() {
    this.#playing(false);
    this.#show();
    goTo(document.querySelector("h1") as HTMLElement);
  }

  #playing(isOpen: boolean) {
    document.documentElement.classList.toggle("playing", isOpen);
    for (const part of document.querySelectorAll<HTMLElement>(".player")) part.hidden = !isOpen;
    for (const part of document.querySelectorAll<HTMLElement>(".contents")) part.hidden = isOpen;
  }

  #hear(message: FromPage) {
    switch (message.course) {
      case "opened":
        this.#state = { ...this.#state, at: message.file };
        this.#keep();
        this.#answer(message.file);
        break;
      case "read": {
        const before = this.#state.read[message.activity] ?? [];
        const read = [...new Set([...before, message.page])];
        this.#state = { ...this.#state, read: { ...this.#state.read, [message.activity]: read } };
        this.#keep();
        break;
      }
      case "quiz":
        this.#state = {
          ...this.#state,
          quizzes: { ...this.#state.quizzes, [message.activity]: message.state },
        };
        this.#keep();
        break;
      case "contents":
        this.#close();
    }
  }

  /** Tells the page that has just opened what it needs to go on. */
  #answer(file: string) {
    const step = this.#data.steps.find(({ pages }) => pages.some((page) => page.file === file));
    const page = this.#frame.contentWindow;
    if (!step || !page) return;
    this.#frame.title = step.title;
    const before = this.#data.before[step.id];
    tellPage(page, {
      course: "state",
      quiz: this.#state.quizzes[step.id] ?? null,
      askedBefore: (before && this.#state.quizzes[before]?.asked) || [],
      missing: this.#missingOf(this.#standing().path.find(({ activity }) => activity.id === step.id)),
    });
  }

  #missingOf(step: PathStep | undefined): string[] {
    return (step?.missing ?? []).map((id) =>
      id === certificateStepId ? t("portable.wholeCourse") : this.#titleOf(id),
    );
  }

  #titleOf(id: string): string {
    return this.#data.steps.find((step) => step.id === id)?.title ?? id;
  }

  #standing(): Standing {
    return standingOf(this.#data, this.#state);
  }

  #keep() {
    const standing = this.#standing();
    const text = writtenState(this.#data, this.#state, this.#platform.capacity);
    const isKept = this.#platform.save(text, this.#state.at ?? "", standing);
    for (const note of document.querySelectorAll<HTMLElement>(".unkept")) note.hidden = isKept;
    this.#show(standing);
  }

  #show({ path, done, required, isComplete, percent } = this.#standing()) {
    const progress = t("learn.stepsDone", { done, total: required });
    for (const place of [document.getElementById("where"), document.getElementById("progress")]) {
      if (place) place.textContent = progress;
    }
    const ended = document.getElementById("ended");
    if (ended) {
      ended.hidden = !isComplete;
      const score =
        percent === null ? "" : ` ${t("learn.reasonBest", { percent: formatPercent(percent / 100) })}`;
      ended.textContent = isComplete ? t("learn.certificateEarned") + "." + score : "";
    }
    for (const step of path) this.#showState(step);
    this.#showResume();
  }

  #showState(step: PathStep) {
    const place = document.querySelector(`[data-state="${step.activity.id}"]`);
    if (!place || step.activity.kind === "package") return;
    const words = {
      done: t("learn.stateDone"),
      started: t("learn.stateStarted"),
      open: t("learn.stateOpen"),
      locked: t("learn.reasonLocked", { steps: this.#missingOf(step).join(", ") }),
    };
    place.textContent = words[step.state];
    place.className = `state ${step.state}`;
  }

  #showResume() {
    const button = document.getElementById("go");
    const first = this.#data.steps[0]?.pages[0]?.file;
    const file = this.#state.at ?? first;
    if (!button || !file) return;
    button.hidden = false;
    button.textContent = t(this.#state.at === null ? "learn.start" : "learn.continue");
    button.onclick = () => this.open(file);
  }
}
