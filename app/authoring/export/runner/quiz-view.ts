import { tellsAtOnce, tellsPoints } from "#app/assessment/shown-feedback.ts";
import { canBeFailed } from "#app/assessment/outcome.ts";
import {
  portableAsked,
  portableItems,
  type PortableItem,
  type PortableQuiz,
} from "#app/assessment/portable-quiz.ts";
import type { AnswerFields } from "#app/assessment/response.ts";
import { responseOf } from "#app/assessment/response.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";

import { availabilityIn, feedbackIn, isAnswered, responseTo, scoreOfAttempt } from "./attempt-run.ts";
import { afterAttempt, type OpenAttempt, type QuizState } from "./course-state.ts";
import { element, goTo } from "./dom.ts";
import { feedbackView } from "./feedback-view.ts";
import { fieldsIn } from "./fields.ts";
import { questionForm } from "./question-form.ts";
import { formatNumber, formatPercent, t } from "./words.ts";

type Known = { askedBefore: string[]; missing: string[] };

/** A quiz on its page: its beginning, an attempt with all questions below each other, and the result. */
export class QuizView {
  readonly #place: HTMLElement;
  readonly #quiz: PortableQuiz;
  readonly #keep: (state: QuizState) => void;
  #state: QuizState;
  #known: Known;

  constructor(
    place: HTMLElement,
    quiz: PortableQuiz,
    state: QuizState,
    known: Known,
    keep: (state: QuizState) => void,
  ) {
    this.#place = place;
    this.#quiz = quiz;
    this.#state = state;
    this.#known = known;
    this.#keep = keep;
    this.#drawStart();
  }

  #drawStart() {
    const { settings } = this.#quiz;
    const { can, reason, attemptsLeft } = availabilityIn(settings, this.#state);
    const { missing } = this.#known;
    const lines: HTMLElement[] = [];
    const best = Math.max(...this.#state.counted.map(({ percent }) => percent));
    if (this.#state.counted.length > 0 && tellsPoints(settings)) {
      lines.push(element("p", {}, t("learn.reasonBest", { percent: formatPercent(best / 100) })));
    }
    if (attemptsLeft !== null) lines.push(element("p", {}, t("quiz.attemptsLeft", { count: attemptsLeft })));
    if (reason?.kind === "passed") lines.push(element("p", { class: "strong" }, t("quiz.passedAlready")));
    if (reason?.kind === "noneLeft") lines.push(element("p", { class: "strong" }, t("quiz.noneLeftTitle")));
    if (missing.length > 0) {
      lines.push(element("p", { class: "notice" }, t("learn.reasonLocked", { steps: missing.join(", ") })));
    } else if (can) {
      const word = can === "continue" ? "quiz.goOn" : this.#state.taken > 0 ? "quiz.again" : "quiz.start";
      const button = element("button", { type: "button", class: "button" }, t(word));
      button.addEventListener("click", () => this.#begin());
      lines.push(button);
    }
    this.#place.replaceChildren(element("div", { class: "stack" }, ...lines));
  }

  #begin() {
    const open = this.#state.open ?? { seed: newSeed(), answers: {}, told: [] };
    this.#change({ ...this.#state, open });
    this.#drawAttempt(open);
    this.#place.querySelector<HTMLElement>("h2")?.focus();
  }

  #items(open: OpenAttempt): PortableItem[] {
    return portableItems(this.#quiz, open.seed, this.#known.askedBefore);
  }

  #drawAttempt(open: OpenAttempt) {
    const items = this.#items(open);
    const done = element("p", { role: "status" });
    const submit = element("button", { type: "button", class: "button" }, t("quiz.submit"));
    submit.addEventListener("click", () => this.#submit());
    const questions = items.map((item, index) => {
      const section = element("section", { class: "card stack" });
      this.#drawItem(section, item, index);
      return section;
    });
    this.#place.replaceChildren(element("div", { class: "stack" }, ...questions, done, submit));
    this.#count();
  }

  #drawItem(section: HTMLElement, item: PortableItem, index: number, errors: FormErrors = {}) {
    const { settings } = this.#quiz;
    const open = this.#state.open;
    if (!open) return;
    const prefix = `q${index}-`;
    const fields = open.answers[index] ?? {};
    const isTold = open.told.includes(index);
    const total = this.#items(open).length;
    const asked = portableAsked(item, item.shown, responseTo(item, fields));
    const form = element(
      "fieldset",
      { class: "whole", disabled: isTold },
      questionForm(asked, { prefix, fields, errors }),
    );
    const keepFields = () => {
      this.#answer(index, fieldsIn(form, prefix));
    };
    form.addEventListener("change", keepFields);
    for (const button of form.querySelectorAll<HTMLElement>("[data-step]")) {
      button.addEventListener("click", () => {
        this.#answer(index, { ...fieldsIn(form, prefix), answer: button.dataset.step ?? "" });
        this.#takeStep(section, item, index);
      });
    }
    section.replaceChildren(
      element("h2", { class: "hint", tabindex: -1 }, t("quiz.questionOf", { position: index + 1, total })),
      ...(item.question.critical && settings.criticalMustBeRight
        ? [element("p", { class: "accent" }, t("quiz.criticalNote"))]
        : []),
      form,
    );
    if (!tellsAtOnce(settings)) return;
    const feedback = isTold ? feedbackIn(item, fields, settings, "answered") : null;
    if (feedback) section.append(feedbackView(asked.type, feedback));
    else if (asked.type !== "branching") {
      const check = element("button", { type: "button", class: "button plain" }, t("quiz.check"));
      check.addEventListener("click", () => this.#check(section, item, index));
      section.append(check);
    }
  }

  /** A way through steps is stored by the places of its choices, so that it can be shown again. */
  #takeStep(section: HTMLElement, item: PortableItem, index: number) {
    const fields = this.#state.open?.answers[index] ?? {};
    const way = [fields.way ?? [], fields.answer ?? []].flat();
    this.#answer(index, { way });
    if (isAnswered(item, { way }) && tellsAtOnce(this.#quiz.settings)) this.#tell(index);
    this.#drawItem(section, item, index);
    const steps = section.querySelectorAll<HTMLElement>(".way li");
    steps[steps.length - 1]?.focus();
  }

  /** The answer is told about and stands. */
  #check(section: HTMLElement, item: PortableItem, index: number) {
    const { errors } = responseOf(item.question, item.shown, this.#state.open?.answers[index] ?? {});
    if (!errors) this.#tell(index);
    this.#drawItem(section, item, index, errors ?? {});
    const place = section.querySelector<HTMLElement>(errors ? "input, select" : ".notice");
    if (place) goTo(place);
  }

  #tell(index: number) {
    const { open } = this.#state;
    if (open) this.#change({ ...this.#state, open: { ...open, told: [...open.told, index] } });
  }

  #answer(index: number, fields: AnswerFields) {
    const { open } = this.#state;
    if (!open) return;
    this.#change({ ...this.#state, open: { ...open, answers: { ...open.answers, [index]: fields } } });
    this.#count();
  }

  #count() {
    const { open } = this.#state;
    if (!open) return;
    const items = this.#items(open);
    const done = items.filter((item, index) => isAnswered(item, open.answers[index])).length;
    const line = this.#place.querySelector("[role=status]:not(.notice)");
    if (line) line.textContent = t("quiz.summaryLead", { done, total: items.length });
  }

  #submit() {
    const { open } = this.#state;
    if (!open) return;
    const { settings, comesFirst } = this.#quiz;
    const items = this.#items(open);
    const score = scoreOfAttempt(items, open, settings);
    const percent = score.maxPoints > 0 ? (100 * score.points) / score.maxPoints : 0;
    const asked = comesFirst ? [...this.#state.asked, ...items.map(({ key }) => key)] : [];
    this.#change(afterAttempt(this.#state, settings, { ...score, percent }, asked));
    this.#drawResult(items, open, { ...score, percent });
  }

  #drawResult(
    items: PortableItem[],
    open: OpenAttempt,
    score: { points: number; maxPoints: number; percent: number; criticalMissed: number; isPassed: boolean },
  ) {
    const { settings } = this.#quiz;
    const failable = canBeFailed(settings);
    const title = !failable
      ? "quiz.resultThanks"
      : score.isPassed
        ? "quiz.resultPassed"
        : "quiz.resultNotPassed";
    const values = {
      points: formatNumber(score.points),
      max: formatNumber(score.maxPoints),
      percent: formatPercent(score.percent / 100),
      passMark: settings.passMark,
    };
    const heading = element("h2", {}, t(title));
    const told = items.flatMap((item, index) => {
      const feedback = feedbackIn(item, open.answers[index], settings, "submitted");
      if (!feedback) return [];
      return [
        element(
          "section",
          { class: "card stack" },
          element(
            "h3",
            {},
            item.text.q || t("quiz.questionOf", { position: index + 1, total: items.length }),
          ),
          feedbackView(item.question.type, feedback),
        ),
      ];
    });
    const back = element("div", { class: "stack" });
    this.#place.replaceChildren(
      element(
        "div",
        { class: "stack" },
        heading,
        element(
          "p",
          { class: "strong" },
          tellsPoints(settings)
            ? t(failable ? "quiz.resultScore" : "quiz.resultPoints", values)
            : t("quiz.resultUntold"),
        ),
        ...(settings.criticalMustBeRight && score.criticalMissed > 0
          ? [element("p", { class: "notice" }, t("quiz.resultCritical", { count: score.criticalMissed }))]
          : []),
        back,
        ...told,
      ),
    );
    const { can } = availabilityIn(settings, this.#state);
    if (can && failable) {
      const again = element("button", { type: "button", class: "button plain" }, t("quiz.again"));
      again.addEventListener("click", () => this.#begin());
      back.append(again);
    }
    goTo(heading);
  }

  #change(state: QuizState) {
    this.#state = state;
    this.#keep(state);
  }
}

function newSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 2 ** 31;
}
