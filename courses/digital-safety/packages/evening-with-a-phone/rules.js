/*
 * What a choice leads to. Everything follows from the letters that were chosen, so that they are all that has to be
 * kept. Pure: the tests read this file as well.
 */
(function () {
  /** @returns the state before the first choice: minutes that have passed, decisions, and the step (null: over). */
  function begin(structure) {
    return enter(structure, { clock: 0, decisions: [] }, structure.first);
  }

  /** What can still be chosen: in a step of several picks nothing twice. */
  function choicesAt(structure, state) {
    if (state.step === null) return [];
    var taken = pickedIn(state);
    return structure.steps[state.step].choices.filter(function (choice) {
      return taken.indexOf(choice.id) < 0;
    });
  }

  /** The state after a choice; null when it is not on offer. */
  function choose(structure, state, id) {
    var choice = choicesAt(structure, state).find(function (candidate) {
      return candidate.id === id;
    });
    if (!choice) return null;
    var step = structure.steps[state.step];
    var clock = state.clock + choice.minutes;
    var isLate = Boolean(choice.late && clock > choice.late.after);
    var decision = {
      step: state.step,
      choice: id,
      clock: clock,
      points: isLate ? choice.late.points : choice.points,
      isLate: isLate,
      isUnsafe: Boolean(choice.unsafe),
    };
    var after = { step: state.step, clock: clock, decisions: state.decisions.concat([decision]) };
    if (step.picks && pickedIn(after).length < step.picks) return after;
    return enter(structure, after, (isLate && choice.late.next) || choice.next || step.then);
  }

  /** The state that letters lead to; letters that fit no longer, since the package has changed, are left out. */
  function replay(structure, letters) {
    return Array.from(letters).reduce(function (state, letter) {
      return (state && choose(structure, state, letter)) || state;
    }, begin(structure));
  }

  /** Letters from which `replay` makes the state again. */
  function lettersOf(state) {
    return state.decisions
      .map(function (decision) {
        return decision.choice;
      })
      .join("");
  }

  /** 0 to 100. What has put somebody at risk cannot be made good by points: it stays below the pass mark. */
  function resultOf(structure, state, passMark) {
    var points = state.decisions.reduce(function (sum, decision) {
      return sum + decision.points;
    }, 0);
    var isUnsafe = state.decisions.some(function (decision) {
      return decision.isUnsafe;
    });
    var share = Math.round((100 * points) / structure.best);
    var score = isUnsafe ? Math.max(0, Math.min(share, passMark - 1)) : share;
    return { score: score, isPassed: score >= passMark, isUnsafe: isUnsafe };
  }

  /** Day (from 1) and time of day of the simulated clock. */
  function timeAt(structure, clock) {
    var minutes = structure.startsAt + clock;
    var ofDay = minutes % 1440;
    var two = function (number) {
      return (number < 10 ? "0" : "") + number;
    };
    return { day: 1 + Math.floor(minutes / 1440), time: two(Math.floor(ofDay / 60)) + ":" + two(ofDay % 60) };
  }

  function enter(structure, state, next) {
    if (next === "end") return { step: null, clock: state.clock, decisions: state.decisions };
    var notBefore = structure.steps[next].notBefore || 0;
    return { step: next, clock: Math.max(state.clock, notBefore), decisions: state.decisions };
  }

  function pickedIn(state) {
    return state.decisions
      .filter(function (decision) {
        return decision.step === state.step;
      })
      .map(function (decision) {
        return decision.choice;
      });
  }

  globalThis.simulationRules = {
    begin: begin,
    choicesAt: choicesAt,
    choose: choose,
    replay: replay,
    lettersOf: lettersOf,
    resultOf: resultOf,
    timeAt: timeAt,
  };
})();
