/* Which of the package's languages somebody reads: by the platform's preference, else the browser's. */
(function () {
  /** By the beginning of the tag, the longest first. Serbian without a script means Cyrillic, as in law. */
  var asked = [
    ["sr-latn-me", "cnr"],
    ["sr-latn", "sr-Latn"],
    ["sr-me", "cnr"],
    ["bs-cyrl", "sr-Cyrl"],
    ["sr", "sr-Cyrl"],
    ["hr", "bs"],
    ["sh", "bs"],
  ];

  /** The package's language for a tag; null when it has none. */
  function languageFor(available, tag) {
    var wanted = String(tag || "")
      .toLowerCase()
      .replace(/_/g, "-");
    var known = asked.find(function (pair) {
      return isWithin(wanted, pair[0]);
    });
    if (known && available.indexOf(known[1]) >= 0) return known[1];
    var found = available.find(function (language) {
      return isWithin(wanted, language.toLowerCase());
    });
    return found || null;
  }

  function isWithin(wanted, beginning) {
    return wanted === beginning || wanted.indexOf(beginning + "-") === 0;
  }

  /** The first of the wishes that the package has, else its first language. */
  function firstLanguage(available, wishes) {
    return (
      wishes.reduce(function (found, wish) {
        return found || languageFor(available, wish);
      }, null) || available[0]
    );
  }

  globalThis.simulationLanguages = { languageFor: languageFor, firstLanguage: firstLanguage };
})();
