import type { Locator, Page } from "@playwright/test";

import type { LessonDocument, LessonMark, LessonNode } from "#app/authoring/editor/lesson-node.ts";

import { expect } from "./fixtures.ts";

const boxes: Record<string, string> = { note: "Note", scenario: "Scenario", "first-step": "First step" };
const modifiers: Record<string, string> = { strong: "Control+b", emphasis: "Control+i" };

/** Somebody who writes lessons without a mouse: each key goes to whatever has the focus. Begins in an empty lesson. */
export class KeyboardTypist {
  readonly text: Locator;

  constructor(readonly page: Page) {
    this.text = page.locator("[contenteditable][role=textbox]");
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** A run of text: its first words key by key, the rest at once, as keyboards of phones and dictation put it in. */
  async say(text: string): Promise<void> {
    const rest = text.indexOf(" ", 20);
    await this.type(rest < 0 ? text : text.slice(0, rest));
    if (rest >= 0) await this.page.keyboard.insertText(text.slice(rest));
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Goes on with a key until something has the focus. */
  async reach(goal: Locator, key: string, atMost: number): Promise<void> {
    const isThere = () => goal.evaluate((one) => one === document.activeElement);
    for (let count = 0; !(await isThere()); count += 1) {
      expect(count, `${goal.toString()} is reached with ${key}`).toBeLessThan(atMost);
      await this.press(key);
    }
  }

  /** Chooses in the menu of what can be put in, by first letters. */
  async insert(name: string): Promise<void> {
    await this.press("Control+Alt+Enter");
    await expect(this.page.getByRole("menuitem").first()).toBeFocused();
    const item = this.page.getByRole("menuitem", { name, exact: true });
    await this.reach(item, name[0]?.toLowerCase() ?? "", 6);
    await this.press("Enter");
  }

  /** Waits for a dialog, fills it in, and is back in the text when it is closed. */
  async answer(title: string, fill: () => Promise<void>): Promise<void> {
    const dialog = this.page.getByRole("dialog", { name: title, exact: true });
    await expect(dialog).toBeVisible();
    await fill();
    await expect(dialog).toBeHidden();
    await expect(this.text).toBeFocused();
  }

  /** Chooses in the list that has the focus. */
  async choose(value: string): Promise<void> {
    const chosen = () => this.page.locator("select:focus").inputValue();
    for (let count = 0; (await chosen()) !== value; count += 1) {
      expect(count, `${value} is reached with the arrow`).toBeLessThan(40);
      await this.press("ArrowDown");
    }
  }

  /** Goes on to a button of the dialog and presses it. */
  async button(name: "Done" | "Cancel"): Promise<void> {
    await this.reach(this.page.getByRole("dialog").getByRole("button", { name, exact: true }), "Tab", 8);
    await this.press("Enter");
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
      case "bulletList":
        await this.type("- ");
        return this.#items(node.content);
      case "quote":
        await this.type("> ");
        return this.#lines(node.content);
      case "table":
        await this.insert("Table");
        return this.#rows(node.content);
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
        return this.#chosen("Question", attrs.id);
      case "jurisdiction":
        await this.insert("Notes on the jurisdiction");
        return this.#chosen("Notes on the jurisdiction", attrs.topic);
      case "figure":
        await this.insert("Picture");
        return this.answer("Picture", () => this.#figure(attrs));
      default:
        throw new Error(`no keys for ${node.type}`);
    }
  }

  /** A dialog that asks for one thing of a list. */
  async #chosen(title: string, value = ""): Promise<void> {
    await this.answer(title, async () => {
      await this.choose(value);
      await this.button("Done");
    });
  }

  async #figure({
    src = "",
    alt = "",
    caption = "",
    description = "",
  }: Record<string, string>): Promise<void> {
    await this.choose(src);
    await this.press("Tab");
    await this.type(alt);
    await this.press("Tab", "Tab");
    await this.type(caption);
    await this.press("Tab");
    await this.type(description);
    await this.button("Done");
  }

  /** A new table has three rows of two cells; more are added from its menu, the last of the toolbar. */
  async #rows(rows: LessonNode[] = []): Promise<void> {
    for (const [index, row] of rows.entries()) {
      if (index > 2) {
        await this.press("Alt+F10", "End", "Enter");
        await this.reach(this.page.getByRole("menuitem", { name: "Add a row below" }), "ArrowDown", 6);
        await this.press("Enter");
        await expect(this.text).toBeFocused();
      }
      for (const [place, cell] of (row.content ?? []).entries()) {
        if (index + place > 0) await this.press("Tab");
        await this.#lines(cell.content);
      }
    }
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
      else await this.say(node.text ?? "");
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
