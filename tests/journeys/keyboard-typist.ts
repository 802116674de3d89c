import type { Page } from "@playwright/test";

import type { LessonDocument, LessonMark, LessonNode } from "#app/authoring/editor/lesson-node.ts";

import { expect } from "./fixtures.ts";

const boxes: Record<string, string> = { note: "Note", scenario: "Scenario", "first-step": "First step" };
const modifiers: Record<string, string> = { strong: "Control+b", emphasis: "Control+i" };

/** Somebody who writes lessons without a mouse: each key goes to whatever has the focus. Begins in an empty lesson. */
export class KeyboardTypist {
  keys = 0;

  constructor(readonly page: Page) {}

  async type(text: string): Promise<void> {
    this.keys += text.length;
    await this.page.keyboard.type(text);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.keys += 1;
      await this.page.keyboard.press(key);
    }
  }

  /** Chooses in the menu of what can be put in, by first letters. */
  async insert(name: string): Promise<void> {
    await this.press("Control+Alt+Enter");
    await expect(this.page.getByRole("menuitem").first()).toBeFocused();
    const item = this.page.getByRole("menuitem", { name, exact: true });
    const isThere = () => item.evaluate((one) => one === document.activeElement);
    for (let count = 0; !(await isThere()); count += 1) {
      if (count > 5) throw new Error(`"${name}" is not reached by its first letter`);
      await this.press(name[0]?.toLowerCase() ?? "");
    }
    await this.press("Enter");
  }

  /** Waits for a dialog, fills it in, and is back in the text when it is closed. */
  async answer(title: string, fill: () => Promise<void>): Promise<void> {
    const dialog = this.page.getByRole("dialog", { name: title });
    await expect(dialog).toBeVisible();
    await fill();
    await expect(dialog).toBeHidden();
    await expect(this.page.locator("[contenteditable][role=textbox]")).toBeFocused();
  }

  async write({ content }: LessonDocument): Promise<void> {
    for (const [index, block] of content.entries()) {
      if (index > 0) await this.press(content[index - 1]?.type === "page" ? "Enter" : "Control+Enter");
      await this.#block(block);
    }
  }

  async #block(node: LessonNode): Promise<void> {
    const attrs = (node.attrs ?? {}) as Record<string, string>;
    switch (node.type) {
      case "page":
        await this.insert("Page");
        await this.answer("Page", async () => {
          await this.press("Control+a");
          await this.type(attrs.id ?? "");
          await this.press("Enter");
        });
        return this.#inline(node.content);
      case "paragraph":
        return this.#inline(node.content);
      case "heading":
        await this.type(Number(attrs.level) === 2 ? "## " : "### ");
        return this.#inline(node.content);
      case "bulletList":
        await this.type("- ");
        return this.#items(node.content);
      case "steps":
        await this.insert("Steps");
        return this.#items(node.content?.[0]?.content);
      case "box":
        await this.insert(boxes[attrs.name ?? ""] ?? "");
        return this.#box(node);
      case "roles":
        await this.insert("In your role");
        for (const [index, role] of (node.content ?? []).entries()) {
          if (index > 0) await this.press("ArrowDown");
          await this.#lines(role.content);
        }
        return;
      case "check":
        await this.insert("Question");
        return this.answer("Question", async () => {
          await this.type(`${attrs.id}:`);
          await this.press("Enter");
        });
      case "figure":
        await this.insert("Picture");
        return this.answer("Picture", () => this.#figure(attrs));
      default:
        throw new Error(`no keys for ${node.type}`);
    }
  }

  async #figure({
    src = "",
    alt = "",
    caption = "",
    description = "",
  }: Record<string, string>): Promise<void> {
    await this.type(src.replace("media/", ""));
    await this.press("Tab");
    await this.type(alt);
    await this.press("Tab", "Tab");
    await this.type(caption);
    await this.press("Tab");
    await this.type(description);
    await this.press("Tab", "Enter");
  }

  async #box(node: LessonNode): Promise<void> {
    const [title, ...rest] = node.content ?? [];
    if (node.attrs?.name === "scenario") {
      await this.#inline(title?.content);
      await this.press("Enter");
    }
    await this.#lines(rest);
  }

  async #lines(content: LessonNode[] = []): Promise<void> {
    for (const [index, line] of content.entries()) {
      if (index > 0) await this.press("Enter");
      await this.#block(line);
    }
  }

  async #items(items: LessonNode[] = []): Promise<void> {
    for (const [index, item] of items.entries()) {
      if (index > 0) await this.press("Enter");
      await this.#lines(item.content);
    }
  }

  async #inline(content: LessonNode[] = []): Promise<void> {
    let on: string[] = [];
    for (const node of content) {
      const marks = (node.marks ?? []).map(({ type }: LessonMark) => type);
      for (const mark of [...on, ...marks]) {
        if (on.includes(mark) !== marks.includes(mark)) await this.press(modifiers[mark] ?? "");
      }
      on = marks;
      if (node.type === "cite") await this.#cite(String(node.attrs?.facts));
      else await this.type(node.text ?? "");
    }
    for (const mark of on) await this.press(modifiers[mark] ?? "");
  }

  async #cite(facts: string): Promise<void> {
    await this.press("Control+Alt+c");
    await this.answer("Citation", async () => {
      for (const fact of facts.split(" ")) {
        await this.press("Control+a");
        await this.type(`${fact} `);
        await expect(this.page.getByRole("dialog").getByRole("checkbox")).toHaveCount(1);
        await this.press("Tab", "Space");
      }
      await this.press("Enter");
    });
  }
}
