/* The pages of the exercise. Each is built anew, and its heading gets the focus. */
(function () {
  function element(name, attributes, content) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      if (typeof attributes[key] === "function") made.addEventListener(key, attributes[key]);
      else made.setAttribute(key, attributes[key]);
    });
    [].concat(content === undefined ? [] : content).forEach(function (part) {
      made.append(part);
    });
    return made;
  }

  function paragraphs(text) {
    return text
      .trim()
      .split(/\n\s*\n/)
      .map(function (part) {
        return element("p", {}, part.replace(/\s+/g, " "));
      });
  }

  /** Texts with {places} in them. */
  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, function (_, name) {
      return String(values[name]);
    });
  }

  /** Number and unit stay on one line. */
  function duration(words, minutes) {
    var hours = Math.floor(minutes / 60);
    var rest = minutes % 60;
    var parts = [];
    if (hours > 0) parts.push(filled(words.hours, { n: hours }));
    if (rest > 0 || hours === 0) parts.push(filled(words.minutes, { n: rest }));
    return parts.join(" ").replace(/ /g, "\u00a0");
  }

  /** Shows a page and puts the focus to its heading; without one, as at the first opening, the focus stays. */
  function show(parts, heading) {
    document.querySelector("main").replaceChildren.apply(document.querySelector("main"), parts);
    if (!heading) return;
    heading.focus();
    window.scrollTo(0, 0);
  }

  function title(text) {
    return element("h2", { tabindex: "-1" }, text);
  }

  function button(text, action) {
    return element("button", { type: "button", class: "main", click: action }, text);
  }

  function showIntroduction(texts, note, actions, isFocused) {
    var words = texts.words;
    var heading = title(words.beginning);
    var parts = [heading].concat(paragraphs(texts.intro), paragraphs(words.how), [
      element("p", { class: "note" }, words.safeDevice),
      element("p", { class: "note" }, note),
      button(words.begin, actions.begin),
    ]);
    show(parts, isFocused ? heading : null);
  }

  function showStep(texts, step, choices, left, actions, isFocused) {
    var said = texts.steps[step];
    var heading = title(said.title);
    var list = choices.map(function (choice) {
      var label = [
        element("span", {}, said.choices[choice.id].do),
        element("span", { class: "minutes" }, duration(texts.words, choice.minutes)),
      ];
      var pressed = function () {
        actions.choose(choice.id);
      };
      return element("li", {}, element("button", { type: "button", click: pressed }, label));
    });
    var ask = left > 1 ? filled(texts.words.askSeveral, { n: left }) : texts.words.ask;
    var parts = [heading].concat(paragraphs(said.text), [
      element("h3", { id: "ask" }, ask),
      element("ul", { class: "choices", "aria-labelledby": "ask" }, list),
    ]);
    show(parts, isFocused ? heading : null);
  }

  function showConsequence(texts, decision, actions) {
    var choice = texts.steps[decision.step].choices[decision.choice];
    var heading = title(texts.words.consequence);
    var parts = [heading, element("p", { class: "chosen" }, choice.do)].concat(
      paragraphs(decision.isLate ? choice.late : choice.then),
      [button(texts.words.goOn, actions.goOn)],
    );
    show(parts, heading);
  }

  function verdict(words, decision) {
    if (decision.isUnsafe) return { kind: "unsafe", mark: "✕", text: words.verdictUnsafe };
    var late = decision.isLate ? " " + words.verdictLate : "";
    if (decision.points >= 2) return { kind: "good", mark: "✓", text: words.verdictGood };
    if (decision.points === 1) return { kind: "partly", mark: "◐", text: words.verdictPartly + late };
    return { kind: "little", mark: "○", text: words.verdictLittle + late };
  }

  function showResult(texts, decisions, result, note, actions, isFocused) {
    var words = texts.words;
    var heading = title(words.result);
    var way = decisions.map(function (decision) {
      var said = texts.steps[decision.step];
      var found = verdict(words, decision);
      return element("li", {}, [
        element("strong", {}, said.title),
        element("span", {}, said.choices[decision.choice].do),
        element("span", { class: "verdict " + found.kind }, [
          element("span", { "aria-hidden": "true" }, found.mark + " "),
          found.text,
        ]),
      ]);
    });
    var ending = result.isUnsafe ? "unsafe" : result.isPassed ? "passed" : "failed";
    var parts = [
      heading,
      element("p", { class: "score" }, filled(result.isPassed ? words.passed : words.failed, result)),
    ].concat(paragraphs(texts.endings[ending]), [
      element("h3", {}, words.way),
      element("ol", { class: "way" }, way),
      element("p", { class: "note" }, note),
      button(words.again, actions.again),
    ]);
    show(parts, isFocused ? heading : null);
  }

  /** A status, so that it is read out without taking the focus. */
  function showClock(text) {
    var clock = document.getElementById("clock");
    if (clock.textContent !== text) clock.textContent = text;
  }

  function showFrame(texts, languages, current, choose) {
    var words = texts.words;
    document.documentElement.lang = current;
    document.title = texts.title;
    document.querySelector("h1").textContent = texts.title;
    document.getElementById("fictional").textContent = words.fictional;
    document.getElementById("language-label").textContent = words.language;
    var select = document.getElementById("language");
    select.replaceChildren.apply(
      select,
      languages.map(function (language) {
        return element("option", { value: language.tag, lang: language.tag }, language.name);
      }),
    );
    select.value = current;
    select.onchange = function () {
      choose(select.value);
    };
    document.getElementById("frame").hidden = false;
  }

  globalThis.simulationView = {
    duration: duration,
    filled: filled,
    showFrame: showFrame,
    showClock: showClock,
    showIntroduction: showIntroduction,
    showStep: showStep,
    showConsequence: showConsequence,
    showResult: showResult,
  };
})();
