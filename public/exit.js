/* "Exit this page": by its link or by Shift three times. Plain and small, so that it works before anything else does. */
(function () {
  var presses = [];
  var windows = window.BroadcastChannel && new BroadcastChannel("exit");

  function cover() {
    document.documentElement.classList.add("away");
  }

  function players() {
    return Array.from(document.querySelectorAll("iframe[data-player]"));
  }

  function leave() {
    if (windows) windows.postMessage("");
    leaveHere();
  }

  function leaveHere() {
    cover();
    try {
      players().forEach(function (frame) {
        frame.contentWindow.postMessage({ sigurna: "flush" }, frame.dataset.player);
      });
      document.querySelectorAll("form[data-autosave][data-changed]").forEach(function (form) {
        var fields = new URLSearchParams(new FormData(form));
        navigator.sendBeacon(form.dataset.autosave, fields);
      });
    } finally {
      var link = document.querySelector("[data-exit]");
      var secure = location.protocol === "https:" ? "; Secure" : "";
      document.cookie = "away=1; path=/; SameSite=Lax" + secure;
      /* A moment for players to send what they have; then they go first, so that none can ask whether to stay. */
      setTimeout(
        function () {
          players().forEach(function (frame) {
            frame.remove();
          });
          location.replace((link && link.dataset.exit) || "/exit");
        },
        players().length ? 80 : 0,
      );
    }
  }

  if (windows) windows.onmessage = leaveHere;

  /* Of forms that are saved by themselves: one that nobody has changed may be older than another window's. */
  addEventListener("input", function (event) {
    var part = event.target.form && event.target.closest("[data-part]");
    if (event.target.form) event.target.form.dataset.changed = "";
    if (part) part.dataset.changed = "";
  });

  addEventListener("message", function (event) {
    var isOurs = players().some(function (frame) {
      return frame.contentWindow === event.source && frame.dataset.player === event.origin;
    });
    if (isOurs && event.data && event.data.sigurna === "exit") leave();
  });

  document.addEventListener(
    "click",
    function (event) {
      if (!event.target.closest || !event.target.closest("[data-exit]")) return;
      event.preventDefault();
      event.stopPropagation();
      leave();
    },
    true,
  );

  document.addEventListener(
    "keyup",
    function (event) {
      if (event.key !== "Shift") {
        presses = [];
        return;
      }
      var now = Date.now();
      presses = presses.filter(function (time) {
        return now - time < 2000;
      });
      presses.push(now);
      if (presses.length === 3) leave();
    },
    true,
  );

  /* "Back" may bring this page out of the browser's memory without asking the server. */
  addEventListener("pageshow", function () {
    if (!/(^|; )away=1/.test(document.cookie)) return;
    cover();
    location.reload();
  });
})();
