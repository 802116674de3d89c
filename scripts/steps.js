/** One line per step of a command, with its time; while a step lasts, a terminal shows the seconds. */

const isTerminal = Boolean(process.stdout.isTTY);

/**
 * @template T
 * @param {string} title what is being done
 * @param {() => T | Promise<T>} work returns a string to add it to the line
 */
export async function step(title, work) {
  const start = performance.now();
  const elapsed = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const timer = setInterval(
    () =>
      process.stdout.write(
        isTerminal ? `\r  ${title} … ${elapsed()}` : `  ${title} … still at it after ${elapsed()}\n`,
      ),
    isTerminal ? 500 : 20_000,
  );
  try {
    const result = await work();
    clearInterval(timer);
    const detail = typeof result === "string" && result ? ` (${result})` : "";
    process.stdout.write(`${isTerminal ? "\r\u001b[K" : ""}✓ ${title}${detail}  ${elapsed()}\n`);
    return result;
  } catch (error) {
    clearInterval(timer);
    process.stdout.write(`${isTerminal ? "\r\u001b[K" : ""}✗ ${title}  ${elapsed()}\n`);
    throw error;
  }
}

/** Something the person who started the command can put right: shown as one sentence, without a stack. */
export class Remedy extends Error {}

/**
 * Ends the process with one plain sentence.
 * @param {unknown} error
 */
export function giveUp(error) {
  if (isDiskFull(error)) {
    console.error("\nThe disk is full. Free some space (about 1 GB is needed) and start again.");
  } else if (error instanceof Remedy) {
    console.error(`\n${error.message}`);
  } else {
    console.error("\nThis did not work, and Sigurna does not know why:\n", error);
  }
  process.exit(1);
}

/** @param {unknown} error */
function isDiskFull(error) {
  const text = String(/** @type {{ message?: string }} */ (error)?.message ?? error);
  return /ENOSPC|No space left on device/.test(text);
}
