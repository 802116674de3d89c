import type { Conversation, LanguageText } from "./content.ts";
import { core, type XapiEvent } from "./core.ts";
import { element } from "./element.ts";
import { chooseLanguage, isInFrameOfH5p, languagesOfSystem } from "./language.ts";
import { plain } from "./plain.ts";
import { scoreWords, type Standing, standingView, textOf } from "./view.ts";
import { bestWay, isEnd, sceneAfter, scoreOf, type Step, stepId, stepsOf } from "./way.ts";
import { describe, responseOf } from "./xapi.ts";

/** What is kept from one visit to the next; the language only when the learner has chosen it here. */
type State = { way: string[]; isAtConsequence: boolean; language?: string };

/** A conversation with choices, as H5P's contract for questions wants it. */
class SigurnaConversation extends core.EventDispatcher {
  readonly contentId: unknown;
  private readonly conversation: Conversation;
  private standing: Standing;
  private chosenLanguage: string | undefined;
  private language: LanguageText;
  private readonly root = element("section", "conversation");
  private readonly stage = element("div", "stage");
  private readonly news = element("p", "news");

  constructor(params: Conversation, contentId: unknown, extras: { previousState?: Partial<State> } = {}) {
    super();
    this.contentId = contentId;
    this.conversation = plain(params);
    const { way = [], isAtConsequence = false, language } = extras.previousState ?? {};
    const steps = stepsOf(this.conversation, Array.isArray(way) ? way : []);
    this.standing = { steps, isAtConsequence: isAtConsequence && steps.length > 0, isSolved: false };
    this.chosenLanguage = language;
    this.language = this.textIn(language);
    this.news.setAttribute("role", "status");
  }

  attach($container: ArrayLike<HTMLElement>) {
    this.show();
    $container[0]?.replaceChildren(this.root);
    this.setActivityStarted();
    this.trigger("resize");
  }

  getTitle() {
    return this.language.title;
  }

  getScore() {
    return scoreOf(this.standing.steps);
  }

  getMaxScore() {
    return scoreOf(bestWay(this.conversation));
  }

  getAnswerGiven() {
    return this.standing.steps.length > 0;
  }

  resetTask() {
    this.standing = { steps: [], isAtConsequence: false, isSolved: false };
    this.show();
  }

  showSolutions() {
    this.standing.isSolved = true;
    this.show();
  }

  getCurrentState(): State {
    const { steps, isAtConsequence } = this.standing;
    const language = this.chosenLanguage;
    return { way: steps.map(stepId), isAtConsequence, ...(language ? { language } : {}) };
  }

  getXAPIData() {
    return { statement: this.answered().data.statement };
  }

  private choose(step: Step) {
    this.standing = { ...this.standing, steps: [...this.standing.steps, step], isAtConsequence: true };
    this.show();
    this.takeAlong();
    this.triggerXAPI("interacted");
  }

  private goOn() {
    this.standing.isAtConsequence = false;
    this.show();
    this.takeAlong();
    if (this.hasEnded()) this.trigger(this.answered());
  }

  private restart() {
    this.resetTask();
    this.takeAlong();
  }

  private hasEnded() {
    const { steps, isAtConsequence } = this.standing;
    return !isAtConsequence && isEnd(sceneAfter(this.conversation, steps));
  }

  private answered(): XapiEvent {
    const event = this.createXAPIEventTemplate("answered");
    describe(event, this.conversation, this.language);
    const [score, max] = [this.getScore(), this.getMaxScore()];
    const isPassed = score * 100 >= max * this.conversation.passPercent;
    event.setScoredResult(score, max, this, this.hasEnded(), this.hasEnded() && isPassed);
    event.getVerifiedStatementValue(["result"]).response = responseOf(this.standing.steps);
    return event;
  }

  private textIn(chosen: string | undefined): LanguageText {
    const { languages } = this.conversation;
    const wanted = [...(chosen ? [chosen] : []), ...languagesOfSystem()];
    const code = chooseLanguage(
      wanted,
      languages.map((language) => language.code),
    );
    const text = languages.find((language) => language.code === code);
    if (!text) throw new Error("The conversation has no language.");
    return text;
  }

  /** Builds what is on the screen anew. */
  private show() {
    const { language, conversation, standing } = this;
    const { words, title, intro, code } = language;
    this.root.lang = code;
    if (isInFrameOfH5p()) document.documentElement.lang = code;
    const isBeginning = standing.steps.length === 0;
    this.stage.replaceChildren(
      element("p", "fiction", words.fiction),
      element("h2", "", title),
      ...(isBeginning ? [element("p", "intro", intro)] : []),
      ...standingView(conversation, language, standing, {
        choose: (step) => this.choose(step),
        goOn: () => this.goOn(),
        restart: () => this.restart(),
      }),
    );
    if (!this.root.hasChildNodes()) this.root.append(this.stage, this.news, this.languageChoice());
    const label = this.root.querySelector("label > span");
    if (label) label.textContent = words.language;
    this.trigger("resize");
  }

  /** What is new is read and is on the screen, also where the old was longer. */
  private takeAlong() {
    const { steps, isAtConsequence } = this.standing;
    this.news.textContent = isAtConsequence
      ? ""
      : this.hasEnded()
        ? scoreWords(this.conversation, this.language, steps)
        : textOf(this.language, sceneAfter(this.conversation, steps).id).title;
    this.stage.querySelector<HTMLElement>("h3")?.focus();
  }

  private languageChoice(): HTMLElement {
    const select = element("select", "");
    for (const { code, name } of this.conversation.languages) {
      const option = element("option", "", name);
      option.value = code;
      option.lang = code;
      select.append(option);
    }
    select.value = this.language.code;
    select.addEventListener("change", () => {
      this.chosenLanguage = select.value;
      this.language = this.textIn(select.value);
      this.show();
    });
    return element("label", "language", element("span", ""), select);
  }
}

core.SigurnaConversation = SigurnaConversation;
