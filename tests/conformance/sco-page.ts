import type { Step } from "./case-language.ts";

export type Answer = { answer: string; error: string };

/** What the page of a SCO offers: `visit` is another each time it is loaded, `callAll` makes the calls of a case. */
export type ScoWindow = { visit?: string; callAll: (steps: Step[]) => Answer[] };

/** The page that stands for every SCO of a case. It does nothing by itself: the case says what to call. */
export const scoPage = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Conformance</title></head>
  <body>
    <h1>Conformance</h1>
    <script>
      var call = function (name) {
        var api = window.parent.API_1484_11;
        return String(api[name].apply(api, Array.prototype.slice.call(arguments, 1)));
      };
      var objectiveIds = function () {
        var ids = [];
        var count = Number(call("GetValue", "cmi.objectives._count"));
        for (var index = 0; index < count; index += 1) {
          ids.push(call("GetValue", "cmi.objectives." + index + ".id"));
        }
        return ids;
      };
      /* Elements may name an objective by its id, as in cmi.objectives.&obj1&.id. */
      var withIndex = function (element) {
        var named = /&(.+)&/.exec(element);
        return named ? element.replace(named[0], objectiveIds().indexOf(named[1])) : element;
      };
      window.callAll = function (steps) {
        return steps.map(function (step) {
          if (step.kind === "objectives") return { answer: objectiveIds().sort().join(), error: "0" };
          var name = step.call.name;
          var given = withIndex(step.call.argument);
          var answer =
            name === "GetLastError"
              ? call(name)
              : name === "SetValue"
                ? call(name, given, step.call.value)
                : call(name, given);
          return { answer: answer, error: call("GetLastError") };
        });
      };
      window.visit = String(Math.random());
    </script>
  </body>
</html>
`;
