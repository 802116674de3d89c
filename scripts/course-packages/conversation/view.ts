import type { ChoiceText, Conversation, LanguageText, SceneText } from "./content.ts";
import { button, element, heading, paragraphs } from "./element.ts";
import { bestWay, isEnd, sceneAfter, scoreOf, type Step, stepId, stepsFrom, verdictOn } from "./way.ts";

/** Where a learner stands. */
export type Standing = {
  steps: Step[];
  /** The consequence of the last step is on the screen; the next scene comes after it. */
  isAtConsequence: boolean;
  /** The strongest way is shown below. */
  isSolved: boolean;
};

export type Moves = { choose(step: Step): void; goOn(): void; restart(): void };

const marks = { strong: "✓", partly: "◐", risky: "!" };

/** The scene, the consequence or the end where a learner stands, in a language. */
export function standingView(
  conversation: Conversation,
  language: LanguageText,
  { steps, isAtConsequence, isSolved }: Standing,
  moves: Moves,
): HTMLElement[] {
  const { words } = language;
  const scene = sceneAfter(conversation, steps);
  const last = steps[steps.length - 1];
  const parts =
    last && isAtConsequence
      ? consequence(last)
      : isEnd(scene)
        ? end(textOf(language, scene.id))
        : question(textOf(language, scene.id));
  return isSolved ? [...parts, ...wayView(words.strongest, bestWay(conversation))] : parts;

  function question(text: SceneText): HTMLElement[] {
    const ask = element("p", "ask", text.ask ?? words.ask);
    ask.id = `sigurna-ask-${scene.id}`;
    const choices = element("ul", "choices");
    choices.setAttribute("aria-labelledby", ask.id);
    for (const step of stepsFrom(scene)) {
      const { text: label } = choiceOf(language, step);
      choices.append(
        element(
          "li",
          "",
          button("choice", () => moves.choose(step), label),
        ),
      );
    }
    return [...sceneParts(text), ask, choices];
  }

  function sceneParts({ title, says, text }: SceneText): HTMLElement[] {
    const step = element("p", "step", words.step.replace("{n}", String(steps.length + 1)));
    const speech = says ? [element("blockquote", "says", ...paragraphs(says))] : [];
    return [step, heading("h3", title), ...speech, ...paragraphs(text)];
  }

  function consequence(step: Step): HTMLElement[] {
    const { text, then } = choiceOf(language, step);
    return [
      element("p", "step", textOf(language, step.scene.id).title),
      element("p", "chosen", element("strong", "", words.chosen), " ", text),
      heading("h3", words.happens),
      verdictView(step),
      ...paragraphs(then),
      button("main", moves.goOn, words.goOn),
    ];
  }

  function end({ title, text, again = [] }: SceneText): HTMLElement[] {
    const list = again.map((line) => element("li", "", line));
    return [
      heading("h3", title),
      ...paragraphs(text),
      element("p", "score", scoreWords(conversation, language, steps)),
      ...(list.length > 0 ? [element("h4", "", words.again), element("ul", "", ...list)] : []),
      ...wayView(words.way, steps),
      button("main", moves.restart, words.restart),
    ];
  }

  function wayView(title: string, way: Step[]): HTMLElement[] {
    const items = way.map((step) => {
      const best = stepsFrom(step.scene).find((other) => verdictOn(other) === "strong");
      const isBest = verdictOn(step) === "strong" || !best;
      return element(
        "li",
        "",
        element("strong", "", textOf(language, step.scene.id).title),
        element("p", "", choiceOf(language, step).text),
        verdictView(step),
        ...(isBest ? [] : [element("p", "", `${words.stronger} ${choiceOf(language, best).text}`)]),
      );
    });
    return [element("h4", "", title), element("ol", "way", ...items)];
  }

  function verdictView(step: Step): HTMLElement {
    const verdict = verdictOn(step);
    const mark = element("span", "mark", marks[verdict]);
    mark.setAttribute("aria-hidden", "true");
    return element("p", `verdict ${verdict}`, mark, words[verdict]);
  }
}

export function scoreWords(conversation: Conversation, { words }: LanguageText, steps: Step[]): string {
  return words.score
    .replace("{points}", String(scoreOf(steps)))
    .replace("{max}", String(scoreOf(bestWay(conversation))));
}

export function textOf({ scenes }: LanguageText, id: string): SceneText {
  return scenes.find((scene) => scene.id === id) ?? { id, title: id };
}

export function choiceOf(language: LanguageText, step: Step): ChoiceText {
  const { id } = step.choice;
  const found = textOf(language, step.scene.id).choices?.find((choice) => choice.id === id);
  return found ?? { id, text: stepId(step), then: "" };
}
