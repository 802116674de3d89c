/* Puts the rules, the pages and the learning platform together. */
(function () {
  var rules = globalThis.simulationRules;
  var view = globalThis.simulationView;
  var structure = globalThis.simulation;
  var link = globalThis.simulationLink.connect();
  var passMark = Number(link.masteryScore) || structure.pass;
  var tags = structure.languages.map(function (language) {
    return language.tag;
  });

  var kept = parsed(link.suspended);
  var state = rules.replay(structure, kept.path || "");
  /** The best score so far; going through it again can only better it. */
  var best = typeof kept.best === "number" ? kept.best : link.score;
  var hasBegun = state.decisions.length > 0;
  var language = null;
  var texts = null;
  var lastDecision = null;
  var shownAt = Date.now();
  var hasFailed = false;

  function parsed(data) {
    try {
      return JSON.parse(data) || {};
    } catch {
      return {};
    }
  }

  function data() {
    return JSON.stringify({ path: rules.lettersOf(state), best: best, language: language });
  }

  function keep() {
    link.save(state.step || "end", data());
    hasFailed = link.takeFailure();
  }

  var actions = {
    begin: function () {
      hasBegun = true;
      keep();
      draw(true);
    },
    choose: function (id) {
      var step = state.step;
      var after = rules.choose(structure, state, id);
      if (!after) return;
      state = after;
      lastDecision = state.decisions[state.decisions.length - 1];
      recordDecision(step);
      if (state.step === null) complete();
      else keep();
      draw(true);
    },
    goOn: function () {
      lastDecision = null;
      draw(true);
    },
    again: function () {
      state = rules.begin(structure);
      hasBegun = false;
      lastDecision = null;
      keep();
      draw(true);
    },
  };

  function recordDecision(step) {
    var good = structure.steps[step].choices.filter(function (choice) {
      return choice.points >= 2;
    });
    link.record({
      id: step + "-" + state.decisions.length,
      response: lastDecision.choice,
      best: good.map(function (choice) {
        return choice.id;
      }),
      isRight: lastDecision.points >= 2,
      milliseconds: Date.now() - shownAt,
    });
  }

  function complete() {
    var score = rules.resultOf(structure, state, passMark).score;
    best = best === null ? score : Math.max(best, score);
    link.complete({ score: best, isPassed: best >= passMark }, data());
    hasFailed = link.takeFailure();
  }

  function note() {
    var words = texts.words;
    if (!link.isConnected) return words.notKept;
    if (link.isReview) return words.reviewed;
    if (hasFailed) return words.saveFailed;
    return best === null ? words.kept : view.filled(words.handedOver, { best: best });
  }

  function clockText() {
    if (!hasBegun) return "";
    var words = texts.words;
    var now = rules.timeAt(structure, state.clock);
    var text = structure.days > 1 ? view.filled(words.dayAndTime, now) : view.filled(words.time, now);
    var left = structure.deadline - state.clock;
    var until =
      left > 0
        ? view.filled(words.left, { duration: view.duration(words, left), deadline: texts.deadline })
        : view.filled(words.over, { deadline: texts.deadline });
    return text + " " + until + (hasFailed ? " " + words.saveFailed : "");
  }

  function draw(isFocused) {
    shownAt = Date.now();
    view.showFrame(texts, structure.languages, language, function (tag) {
      speak(tag, true);
    });
    view.showClock(clockText());
    if (!hasBegun) view.showIntroduction(texts, note(), actions, isFocused);
    else if (lastDecision) view.showConsequence(texts, lastDecision, actions);
    else if (state.step === null) {
      var result = rules.resultOf(structure, state, passMark);
      view.showResult(
        texts,
        state.decisions,
        Object.assign({ pass: passMark }, result),
        note(),
        actions,
        isFocused,
      );
    } else {
      var choices = rules.choicesAt(structure, state);
      var step = structure.steps[state.step];
      var left = step.picks ? step.picks - (step.choices.length - choices.length) : 1;
      view.showStep(texts, state.step, choices, left, actions, isFocused);
    }
  }

  /** Loads the texts of a language, one file for each: a phone on a slow line reads only its own. */
  function speak(tag, isChosen) {
    globalThis.simulationTexts = function (loaded) {
      texts = loaded;
      language = tag;
      if (isChosen) {
        link.prefer(tag);
        if (hasBegun && state.step !== null) keep();
      }
      draw(false);
    };
    var script = document.createElement("script");
    script.src = "texts/" + tag + ".js";
    script.onerror = function () {
      if (language) document.getElementById("language").value = language;
    };
    document.head.append(script);
  }

  speak(
    globalThis.simulationLanguages.firstLanguage(
      tags,
      [kept.language, link.language].concat(navigator.languages || [navigator.language]),
    ),
    false,
  );

  window.addEventListener("pagehide", function () {
    link.finish();
  });
  // A page that comes back out of the browser's memory has already said goodbye to the platform.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted && link.isConnected) window.location.reload();
  });
})();
