/**
 * `npm start`, `npm test`, `npm run test:security`, `npm run test:faults` and `npm run setup`. Every Node since 12
 * can read this file, so that an old one gets a sentence instead of a syntax error; everything newer is imported after
 * the check.
 */
const oldest = [20, 19];
const [major, minor] = process.versions.node.split(".").map(Number);

const commands = {
  start: () => import("./start.js").then(({ start }) => start()),
  test: () => import("./test.js").then(({ test }) => test()),
  "test-security": () => import("./test.js").then(({ testSecurity }) => testSecurity()),
  "test-faults": () => import("./test.js").then(({ testFaults }) => testFaults()),
  setup: () => import("./setup.js").then(({ setUp }) => setUp()),
};

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(
    `\nNode ${process.versions.node} is too old. Install Node ${oldest.join(".")} or newer and start again.`,
  );
  process.exit(1);
}

commands[process.argv[2]]().catch((error) => import("./steps.js").then(({ giveUp }) => giveUp(error)));
