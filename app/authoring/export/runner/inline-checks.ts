import type { AnswerFields } from "#app/assessment/response.ts";
import { fieldsOfResponse, responseOf } from "#app/assessment/response.ts";
import { feedbackOn } from "#app/assessment/feedback.ts";
import { gradeResponse, isFinished } from "#app/assessment/grading/grade.ts";
import { portableAsked, type PortableQuestion } from "#app/assessment/portable-quiz.ts";
import { fixedPresentation } from "#app/assessment/presentation.ts";

import { element, goTo } from "./dom.ts";
import { fieldsIn } from "./fields.ts";
import { feedbackView } from "./feedback-view.ts";
import { questionForm } from "./question-form.ts";
import { t } from "./words.ts";

/** Puts the questions inside a lesson's page at their places: feedback at once, nothing kept. */
export function showChecks(checks: PortableQuestion[]): void {
  for (const [index, check] of checks.entries()) {
    const place = document.getElementById(`check-${check.key}`);
    if (place) new InlineCheck(place, check, `c${index}-`).draw({});
  }
}

class InlineCheck {
  readonly #shown;

  constructor(
    readonly place: HTMLElement,
    readonly check: PortableQuestion,
    readonly prefix: string,
  ) {
    this.#shown = fixedPresentation(check.key, check.question);
  }

  draw(
    fields: AnswerFields,
    errors = {},
    response: Parameters<typeof portableAsked>[2] = null,
    isTold = false,
  ) {
    const { check, prefix } = this;
    const asked = portableAsked(check, this.#shown, response);
    const given = response === null ? fields : fieldsOfResponse(check.question, this.#shown, response);
    const form = element(
      "form",
      { class: "card check stack", novalidate: true },
      element("h2", {}, t("quiz.checkTitle")),
      questionForm(asked, { prefix, fields: given, errors }),
    );
    if (asked.type !== "branching") {
      form.append(element("button", { class: "button plain" }, t("quiz.checkSubmit")));
    }
    if (isTold && response !== null) {
      const fraction = gradeResponse(check.question, response)?.fraction ?? null;
      form.append(
        feedbackView(asked.type, feedbackOn(check.question, check.text, { response, fraction })),
        element("p", { class: "hint" }, t("quiz.checkAgain")),
      );
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.answer(fieldsIn(form, prefix));
    });
    for (const button of form.querySelectorAll<HTMLElement>("[data-step]")) {
      button.addEventListener("click", () =>
        this.answer({ ...fieldsIn(form, prefix), answer: button.dataset.step ?? "" }),
      );
    }
    this.place.replaceChildren(form);
  }

  answer(fields: AnswerFields) {
    const { question } = this.check;
    const { response, errors } = responseOf(question, this.#shown, fields);
    if (errors) {
      this.draw(fields, errors);
      this.place.querySelector<HTMLElement>("[aria-invalid], input, select, button")?.focus();
      return;
    }
    this.draw(fields, {}, response, isFinished(question, response));
    const steps = this.place.querySelectorAll<HTMLElement>(".way li");
    const next = this.place.querySelector<HTMLElement>(".notice") ?? steps[steps.length - 1];
    if (next) goTo(next);
  }
}
