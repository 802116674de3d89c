/** What the hostile packages try, by name. Each gets its targets from the test and answers with what it reached. */
window.hostile = {};

/** How long a try may take that never says how it ended. */
const patience = 2000;

/**
 * What came of several ways to the same end: those that were not refused.
 * @param {Record<string, () => unknown>} ways each returns (a promise of) what it got, nothing when it got nothing
 * @returns {Promise<string[]>}
 */
async function tryEach(ways) {
  const outcomes = await Promise.all(
    Object.entries(ways).map(async ([name, way]) => {
      try {
        const got = await withinPatience(way());
        return got === undefined || got === null || got === "" || got === false
          ? []
          : [`${name}: ${String(got)}`];
      } catch {
        return [];
      }
    }),
  );
  return outcomes.flat();
}

/** @param {unknown} outcome */
function withinPatience(outcome) {
  return Promise.race([outcome, new Promise((done) => setTimeout(done, patience))]);
}

/**
 * An element in the document until it has loaded or failed. Answers "loaded" for the first.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {Element} [parent]
 */
function loads(name, attributes, parent = document.body) {
  return new Promise((done) => {
    const element = document.createElement(name);
    element.onload = () => done("loaded");
    element.onerror = () => done(undefined);
    Object.assign(element, attributes);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    parent.append(element);
  });
}

Object.assign(window, { tryEach, loads });
