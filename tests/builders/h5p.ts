import type { PackageFiles } from "./runs.ts";

/**
 * H5P content with one library of our own: a question with the answers "right" and "wrong", which keeps what was
 * chosen as its state and says "answered" each time.
 */
export function h5pFiles({ script = questionScript } = {}): PackageFiles {
  const dependency = { machineName: "H5P.Tiny", majorVersion: 1, minorVersion: 0 };
  return {
    "h5p.json": JSON.stringify({
      title: "A tiny question",
      language: "en",
      mainLibrary: "H5P.Tiny",
      embedTypes: ["iframe"],
      preloadedDependencies: [dependency],
    }),
    "content/content.json": JSON.stringify({ question: "Which one?" }),
    "H5P.Tiny-1.0/library.json": JSON.stringify({
      title: "Tiny",
      ...dependency,
      patchVersion: 0,
      runnable: 1,
      preloadedJs: [{ path: "tiny.js" }],
    }),
    "H5P.Tiny-1.0/tiny.js": script,
  };
}

const questionScript = `
var H5P = H5P || {};
H5P.Tiny = function (params, id, extras) {
  H5P.EventDispatcher.call(this);
  var self = this;
  self.contentId = id;
  var state = extras.previousState || { chosen: null };
  var output = document.createElement("output");
  self.attach = function ($container) {
    var label = document.createElement("p");
    label.textContent = params.question;
    var buttons = ["right", "wrong"].map(function (answer) {
      var button = document.createElement("button");
      button.textContent = answer;
      button.onclick = function () { choose(answer); };
      return button;
    });
    output.textContent = state.chosen || "nothing yet";
    $container.append(label, buttons, output);
    self.setActivityStarted();
    self.trigger("resize");
  };
  function choose(answer) {
    state.chosen = answer;
    output.textContent = answer;
    var event = self.createXAPIEventTemplate("answered");
    describe(event);
    event.setScoredResult(self.getScore(), 1, self, true, self.getScore() === 1);
    self.trigger(event);
  }
  function describe(event) {
    event.getVerifiedStatementValue(["object", "definition"]).type =
      "http://adlnet.gov/expapi/activities/cmi.interaction";
    event.getVerifiedStatementValue(["object", "definition"]).interactionType = "choice";
  }
  self.getScore = function () { return state.chosen === "right" ? 1 : 0; };
  self.getMaxScore = function () { return 1; };
  self.getCurrentState = function () { return state; };
  self.getXAPIData = function () {
    var event = self.createXAPIEventTemplate("answered");
    describe(event);
    return { statement: event.data.statement };
  };
};
H5P.Tiny.prototype = Object.create(H5P.EventDispatcher.prototype);
H5P.Tiny.prototype.constructor = H5P.Tiny;
`;
