import type { Frame, Page } from "playwright";

const rounds = 3;
const patience = 1_000;
const choices = "input[type=radio], [role=radio], [role=checkbox], .h5p-answer, .h5p-sc-alternative";
const harmless = /^\W*(next|continue|start|begin|check|submit|play|go on|true|yes|ok)\b/i;

/** Does a little of what a learner does: marks the first answer, presses what leads on. */
export async function touch(page: Page): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const frame of packageFrames(page)) {
      await press(frame, choices);
      await pressNamed(frame);
    }
  }
}

/** The frames below the shell: the package's, and H5P's, which have no address. */
export function packageFrames(page: Page): Frame[] {
  const shell = shellFrame(page);
  return page.frames().filter((frame) => {
    for (let above = frame.parentFrame(); above; above = above.parentFrame())
      if (above === shell) return true;
    return false;
  });
}

export function shellFrame(page: Page): Frame | undefined {
  return page.frames().find((frame) => /^[^?#]*\/shell\/[^/]+$/.test(frame.url()));
}

async function press(frame: Frame, selector: string) {
  await frame
    .locator(selector)
    .first()
    .click({ timeout: patience })
    .catch(() => undefined);
}

async function pressNamed(frame: Frame) {
  for (const role of ["button", "link"] as const) {
    const found = frame.getByRole(role, { name: harmless }).first();
    if (await found.isVisible().catch(() => false)) {
      await found.click({ timeout: patience }).catch(() => undefined);
      return;
    }
  }
}
