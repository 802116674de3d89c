/*
 * The learning platform by SCORM 1.2. Without one every function answers and nothing is kept.
 */
(function () {
  /** The standard's algorithm: up through the parents, then through the window that opened this one and its parents. */
  function findApi() {
    return findAbove(window) || (window.opener ? findAbove(window.opener) : null);
  }

  function findAbove(start) {
    try {
      for (var place = start, depth = 0; depth < 50; place = place.parent, depth += 1) {
        if (place.API) return place.API;
        if (place.parent === place) return null;
      }
    } catch {
      // A window of another origin may not be looked into: there is no platform that we could reach.
    }
    return null;
  }

  function connect() {
    var api = findApi();
    var isConnected = Boolean(api) && String(api.LMSInitialize("")) === "true";
    var openedAt = Date.now();
    var hasFailed = false;
    var isFinished = false;

    function get(element) {
      return isConnected ? String(api.LMSGetValue(element) || "") : "";
    }

    function set(element, value) {
      var isTaken = String(api.LMSSetValue(element, String(value))) === "true";
      if (!isTaken) hasFailed = true;
      return isTaken;
    }

    var mode = get("cmi.core.lesson_mode");
    var isReview = mode === "review" || mode === "browse" || get("cmi.core.credit") === "no-credit";
    var isWritable = isConnected && !isReview;
    var interactions = Number(get("cmi.interactions._count")) || 0;
    var hasResult = ["passed", "failed", "completed"].indexOf(get("cmi.core.lesson_status")) >= 0;
    var score = hasResult ? get("cmi.core.score.raw") : "";
    // An attempt that is left without a status counts as completed (SCORM 1.2 RTE, page 3-25).
    if (isWritable && !hasResult) set("cmi.core.lesson_status", "incomplete");

    function commit() {
      set("cmi.core.session_time", timespan(Date.now() - openedAt));
      if (String(api.LMSCommit("")) !== "true") hasFailed = true;
    }

    return {
      isConnected: isConnected,
      isReview: isReview,
      /** What the platform says of the learner's language; "" when it says nothing. */
      language: get("cmi.student_preference.language"),
      suspended: get("cmi.suspend_data"),
      masteryScore: get("cmi.student_data.mastery_score"),
      /** The score that the platform has, also where it forgets the data of an attempt that is over; else null. */
      score: score === "" ? null : Number(score),
      /** Whether the platform has refused something since the last question. */
      takeFailure: function () {
        var answer = hasFailed;
        hasFailed = false;
        return answer;
      },
      /** Not every platform keeps preferences; the suspended data say it too. */
      prefer: function (language) {
        if (isWritable) api.LMSSetValue("cmi.student_preference.language", language);
      },
      /** Interactions are optional in SCORM 1.2: a platform without them loses nothing else. */
      record: function (answer) {
        if (!isWritable) return;
        var element = "cmi.interactions." + interactions + ".";
        var now = new Date();
        var isKnown = String(api.LMSSetValue(element + "id", answer.id)) === "true";
        if (!isKnown) return;
        interactions += 1;
        api.LMSSetValue(element + "type", "choice");
        api.LMSSetValue(element + "time", now.toTimeString().slice(0, 8));
        answer.best.forEach(function (letter, index) {
          api.LMSSetValue(element + "correct_responses." + index + ".pattern", letter);
        });
        api.LMSSetValue(element + "student_response", answer.response);
        api.LMSSetValue(element + "result", answer.isRight ? "correct" : "wrong");
        api.LMSSetValue(element + "latency", timespan(answer.milliseconds));
      },
      /** Under way: kept after each step, so that nobody has to leave in an orderly way. */
      save: function (place, data) {
        if (!isWritable) return;
        set("cmi.core.lesson_location", place);
        set("cmi.suspend_data", data);
        set("cmi.core.exit", "suspend");
        commit();
      },
      complete: function (result, data) {
        if (!isWritable) return;
        set("cmi.core.lesson_location", "end");
        set("cmi.suspend_data", data);
        // Optional in the standard: a platform that does not know them has lost nothing.
        api.LMSSetValue("cmi.core.score.min", "0");
        api.LMSSetValue("cmi.core.score.max", "100");
        set("cmi.core.score.raw", result.score);
        set("cmi.core.lesson_status", result.isPassed ? "passed" : "failed");
        set("cmi.core.exit", "");
        commit();
      },
      finish: function () {
        if (!isConnected || isFinished) return;
        isFinished = true;
        if (isWritable) set("cmi.core.session_time", timespan(Date.now() - openedAt));
        api.LMSFinish("");
      },
    };
  }

  /** CMITimespan: HHHH:MM:SS.SS. */
  function timespan(milliseconds) {
    var hundredths = Math.round(milliseconds / 10);
    var parts = [Math.floor(hundredths / 360000), Math.floor(hundredths / 6000) % 60];
    var seconds = ((hundredths % 6000) / 100).toFixed(2);
    return pad(parts[0], 4) + ":" + pad(parts[1], 2) + ":" + pad(seconds, 5);
  }

  function pad(value, length) {
    return ("0000" + value).slice(-Math.max(length, String(value).length));
  }

  globalThis.simulationLink = { connect: connect };
})();
