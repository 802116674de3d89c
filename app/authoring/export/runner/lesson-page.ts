import { carried, element, onLink, whenParsed } from "./dom.ts";
import { noAttempt } from "./course-state.ts";
import type { PageData } from "./course-data.ts";
import { showChecks } from "./inline-checks.ts";
import { isFramed, tellContents, type ToPage } from "./page-messages.ts";
import { QuizView } from "./quiz-view.ts";
import { t } from "./words.ts";

/** A page of the copy, alone or in the frame of the contents page, which keeps what was done. */
export function runPage(): void {
  const data = carried<PageData>("page-data");
  if (!data) return;
  if (isFramed()) tellOfLinks(data);
  whenParsed(() => show(data));
}

function tellOfLinks(data: PageData) {
  onLink("[data-next]", () => {
    if (!data.quiz) tellContents({ course: "read", activity: data.activity, page: data.page });
  });
  onLink("[data-contents]", (_, event) => {
    event.preventDefault();
    tellContents({ course: "contents" });
  });
}

function show(data: PageData) {
  showChecks(data.checks);
  const quizPlace = document.getElementById("quiz");
  const startQuiz = ({ quiz, askedBefore, missing }: Omit<ToPage, "course">) => {
    if (!data.quiz || !quizPlace) return;
    new QuizView(quizPlace, data.quiz, quiz ?? noAttempt, { askedBefore, missing }, (state) =>
      tellContents({ course: "quiz", activity: data.activity, state }),
    );
  };
  if (!isFramed()) {
    quizPlace?.before(element("p", { class: "notice" }, t("portable.alone")));
    startQuiz({ quiz: null, askedBefore: [], missing: [] });
    return;
  }
  document.documentElement.classList.add("framed");
  let hasBegun = false;
  window.addEventListener("message", ({ data: message, source }: MessageEvent<ToPage>) => {
    if (source !== window.parent || message?.course !== "state" || hasBegun) return;
    hasBegun = true;
    startQuiz(message);
  });
  const file = window.location.pathname.split("/").pop() ?? "";
  tellContents({ course: "opened", file });
}
