/* Part of Sigurna, AGPL-3.0-or-later. Made from scripts/course-packages/conversation. */
(function() {
  "use strict";
  const core = globalThis.H5P;
  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className.replace(/(\S+)/g, "sigurna-$1");
    made.append(...children);
    return made;
  }
  function heading(level, text) {
    const made = element(level, "", text);
    made.tabIndex = -1;
    return made;
  }
  function button(className, onClick, ...children) {
    const made = element("button", className, ...children);
    made.type = "button";
    made.addEventListener("click", onClick);
    return made;
  }
  function paragraphs(text) {
    return (text ?? "").split("\n").filter((line) => line.trim() !== "").map((line) => element("p", "", line));
  }
  const understood = [
    ["sr-lt", "sr-Latn"],
    ["sr-latn-me", "cnr"],
    ["sr-me", "cnr"],
    ["sr", "sr-Cyrl"],
    ["hr", "bs"],
    ["sh", "bs"]
  ];
  function chooseLanguage(wanted, codes) {
    const known = [...understood, ...codes.map((code) => [code.toLowerCase(), code])].filter(([, code]) => codes.includes(code)).sort(([a], [b]) => b.length - a.length);
    for (const tag of wanted.map((name) => name.toLowerCase().replace(/_/g, "-"))) {
      const found = known.find(([beginning]) => tag === beginning || tag.startsWith(`${beginning}-`));
      if (found) return found[1];
    }
    return codes[0] ?? "";
  }
  function languagesOfSystem() {
    const page = isInFrameOfH5p() ? pageAround() : document;
    const tags = [page?.documentElement.lang ?? "", ...navigator.languages];
    return tags.filter((tag) => tag !== "");
  }
  function isInFrameOfH5p() {
    return document.documentElement.classList.contains("h5p-iframe");
  }
  function pageAround() {
    try {
      return window.parent.document;
    } catch {
      return null;
    }
  }
  function plain(value) {
    if (typeof value === "string") return decoded(value);
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
  }
  function decoded(text) {
    if (!text.includes("&")) return text;
    const box = document.createElement("textarea");
    box.innerHTML = text;
    return box.value;
  }
  function stepId({ scene, choice }) {
    return `${scene.id}/${choice.id}`;
  }
  function stepsOf(conversation, ids) {
    const steps = [];
    for (const id of ids) {
      const step = stepsFrom(sceneAfter(conversation, steps)).find((candidate) => stepId(candidate) === id);
      if (!step) break;
      steps.push(step);
    }
    return steps;
  }
  function sceneAfter({ scenes }, steps) {
    const last = steps[steps.length - 1];
    const scene = last ? scenes.find(({ id }) => id === last.choice.to) : scenes[0];
    if (!scene) throw new Error(`There is no scene "${last?.choice.to ?? ""}".`);
    return scene;
  }
  function stepsFrom(scene) {
    return (scene.choices ?? []).map((choice) => ({ scene, choice }));
  }
  function isEnd(scene) {
    return (scene.choices ?? []).length === 0;
  }
  function scoreOf(steps) {
    return steps.reduce((sum, { choice }) => sum + choice.points, 0);
  }
  function bestWay(conversation, from = sceneAfter(conversation, [])) {
    const ways = stepsFrom(from).map((step) => [
      step,
      ...bestWay(conversation, sceneAfter(conversation, [step]))
    ]);
    return ways.reduce((best, way) => scoreOf(way) > scoreOf(best) ? way : best, ways[0] ?? []);
  }
  function verdictOn({ scene, choice }) {
    if (choice.points >= Math.max(...stepsFrom(scene).map((step) => step.choice.points))) return "strong";
    return choice.points > 0 ? "partly" : "risky";
  }
  const marks = { strong: "✓", partly: "◐", risky: "!" };
  function standingView(conversation, language, { steps, isAtConsequence, isSolved }, moves) {
    const { words } = language;
    const scene = sceneAfter(conversation, steps);
    const last = steps[steps.length - 1];
    const parts = last && isAtConsequence ? consequence(last) : isEnd(scene) ? end(textOf(language, scene.id)) : question(textOf(language, scene.id));
    return isSolved ? [...parts, ...wayView(words.strongest, bestWay(conversation))] : parts;
    function question(text) {
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
            button("choice", () => moves.choose(step), label)
          )
        );
      }
      return [...sceneParts(text), ask, choices];
    }
    function sceneParts({ title, says, text }) {
      const step = element("p", "step", words.step.replace("{n}", String(steps.length + 1)));
      const speech = says ? [element("blockquote", "says", ...paragraphs(says))] : [];
      return [step, heading("h3", title), ...speech, ...paragraphs(text)];
    }
    function consequence(step) {
      const { text, then } = choiceOf(language, step);
      return [
        element("p", "step", textOf(language, step.scene.id).title),
        element("p", "chosen", element("strong", "", words.chosen), " ", text),
        heading("h3", words.happens),
        verdictView(step),
        ...paragraphs(then),
        button("main", moves.goOn, words.goOn)
      ];
    }
    function end({ title, text, again = [] }) {
      const list = again.map((line) => element("li", "", line));
      return [
        heading("h3", title),
        ...paragraphs(text),
        element("p", "score", scoreWords(conversation, language, steps)),
        ...list.length > 0 ? [element("h4", "", words.again), element("ul", "", ...list)] : [],
        ...wayView(words.way, steps),
        button("main", moves.restart, words.restart)
      ];
    }
    function wayView(title, way) {
      const items = way.map((step) => {
        const best = stepsFrom(step.scene).find((other) => verdictOn(other) === "strong");
        const isBest = verdictOn(step) === "strong" || !best;
        return element(
          "li",
          "",
          element("strong", "", textOf(language, step.scene.id).title),
          element("p", "", choiceOf(language, step).text),
          verdictView(step),
          ...isBest ? [] : [element("p", "", `${words.stronger} ${choiceOf(language, best).text}`)]
        );
      });
      return [element("h4", "", title), element("ol", "way", ...items)];
    }
    function verdictView(step) {
      const verdict = verdictOn(step);
      const mark = element("span", "mark", marks[verdict]);
      mark.setAttribute("aria-hidden", "true");
      return element("p", `verdict ${verdict}`, mark, words[verdict]);
    }
  }
  function scoreWords(conversation, { words }, steps) {
    return words.score.replace("{points}", String(scoreOf(steps))).replace("{max}", String(scoreOf(bestWay(conversation))));
  }
  function textOf({ scenes }, id) {
    return scenes.find((scene) => scene.id === id) ?? { id, title: id };
  }
  function choiceOf(language, step) {
    const { id } = step.choice;
    const found = textOf(language, step.scene.id).choices?.find((choice) => choice.id === id);
    return found ?? { id, text: stepId(step), then: "" };
  }
  const interaction = "http://adlnet.gov/expapi/activities/cmi.interaction";
  const between = "[,]";
  function describe(event, conversation, language) {
    const { code } = language;
    Object.assign(event.getVerifiedStatementValue(["object", "definition"]), {
      type: interaction,
      interactionType: "choice",
      name: { [code]: language.title },
      description: { [code]: language.intro },
      correctResponsesPattern: [responseOf(bestWay(conversation))],
      choices: conversation.scenes.flatMap(stepsFrom).map((step) => ({
        id: stepId(step),
        description: {
          [code]: `${textOf(language, step.scene.id).title}: ${choiceOf(language, step).text}`
        }
      }))
    });
  }
  function responseOf(steps) {
    return steps.map(stepId).join(between);
  }
  class SigurnaConversation extends core.EventDispatcher {
    constructor(params, contentId, extras = {}) {
      super();
      this.root = element("section", "conversation");
      this.stage = element("div", "stage");
      this.news = element("p", "news");
      this.contentId = contentId;
      this.conversation = plain(params);
      const { way = [], isAtConsequence = false, language } = extras.previousState ?? {};
      const steps = stepsOf(this.conversation, Array.isArray(way) ? way : []);
      this.standing = { steps, isAtConsequence: isAtConsequence && steps.length > 0, isSolved: false };
      this.chosenLanguage = language;
      this.language = this.textIn(language);
      this.news.setAttribute("role", "status");
    }
    attach($container) {
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
    getCurrentState() {
      const { steps, isAtConsequence } = this.standing;
      const language = this.chosenLanguage;
      return { way: steps.map(stepId), isAtConsequence, ...language ? { language } : {} };
    }
    getXAPIData() {
      return { statement: this.answered().data.statement };
    }
    choose(step) {
      this.standing = { ...this.standing, steps: [...this.standing.steps, step], isAtConsequence: true };
      this.show();
      this.takeAlong();
      this.triggerXAPI("interacted");
    }
    goOn() {
      this.standing.isAtConsequence = false;
      this.show();
      this.takeAlong();
      if (this.hasEnded()) this.trigger(this.answered());
    }
    restart() {
      this.resetTask();
      this.takeAlong();
    }
    hasEnded() {
      const { steps, isAtConsequence } = this.standing;
      return !isAtConsequence && isEnd(sceneAfter(this.conversation, steps));
    }
    answered() {
      const event = this.createXAPIEventTemplate("answered");
      describe(event, this.conversation, this.language);
      const [score, max] = [this.getScore(), this.getMaxScore()];
      const isPassed = score * 100 >= max * this.conversation.passPercent;
      event.setScoredResult(score, max, this, this.hasEnded(), this.hasEnded() && isPassed);
      event.getVerifiedStatementValue(["result"]).response = responseOf(this.standing.steps);
      return event;
    }
    textIn(chosen) {
      const { languages } = this.conversation;
      const wanted = [...chosen ? [chosen] : [], ...languagesOfSystem()];
      const code = chooseLanguage(
        wanted,
        languages.map((language) => language.code)
      );
      const text = languages.find((language) => language.code === code);
      if (!text) throw new Error("The conversation has no language.");
      return text;
    }
    /** Builds what is on the screen anew. */
    show() {
      const { language, conversation, standing } = this;
      const { words, title, intro, code } = language;
      this.root.lang = code;
      if (isInFrameOfH5p()) document.documentElement.lang = code;
      const isBeginning = standing.steps.length === 0;
      this.stage.replaceChildren(
        element("p", "fiction", words.fiction),
        element("h2", "", title),
        ...isBeginning ? [element("p", "intro", intro)] : [],
        ...standingView(conversation, language, standing, {
          choose: (step) => this.choose(step),
          goOn: () => this.goOn(),
          restart: () => this.restart()
        })
      );
      if (!this.root.hasChildNodes()) this.root.append(this.stage, this.news, this.languageChoice());
      const label = this.root.querySelector("label > span");
      if (label) label.textContent = words.language;
      this.trigger("resize");
    }
    /** What is new is read and is on the screen, also where the old was longer. */
    takeAlong() {
      const { steps, isAtConsequence } = this.standing;
      this.news.textContent = isAtConsequence ? "" : this.hasEnded() ? scoreWords(this.conversation, this.language, steps) : textOf(this.language, sceneAfter(this.conversation, steps).id).title;
      this.stage.querySelector("h3")?.focus();
    }
    languageChoice() {
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
})();
