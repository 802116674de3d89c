import { expect } from "vitest";

import { xliffNamespace } from "#app/authoring/xliff.ts";
import type { XmlElement } from "#app/library/xml-document.ts";

/** What XLIFF 2.1 (4.2.2) lets each element hold, in this order, and which attributes it must have. */
const structure: Record<string, { needs: string[]; holds: [name: string, least: number, most: number][] }> = {
  xliff: { needs: ["version", "srclang"], holds: [["file", 1, Infinity]] },
  file: {
    needs: ["id"],
    holds: [
      ["notes", 0, 1],
      ["unit", 1, Infinity],
    ],
  },
  unit: {
    needs: ["id"],
    holds: [
      ["notes", 0, 1],
      ["segment", 1, Infinity],
    ],
  },
  notes: { needs: [], holds: [["note", 1, Infinity]] },
  note: { needs: [], holds: [] },
  segment: {
    needs: [],
    holds: [
      ["source", 1, 1],
      ["target", 0, 1],
    ],
  },
  source: { needs: [], holds: [["cp", 0, Infinity]] },
  target: { needs: [], holds: [["cp", 0, Infinity]] },
  cp: { needs: ["hex"], holds: [] },
};

/** Fails where a file of XLIFF is not as the standard has it. */
export function expectValidXliff(element: XmlElement): void {
  const { needs, holds } = structure[element.name] ?? { needs: ["an element of XLIFF"], holds: [] };
  expect(element.namespace).toBe(xliffNamespace);
  for (const name of needs) expect(element.attributes.has(name), `${element.name} ${name}`).toBe(true);
  const names = element.children.map(({ name }) => name);
  const allowed = holds.map(([name]) => name);
  expect(names, element.name).toEqual([...names].sort((a, b) => allowed.indexOf(a) - allowed.indexOf(b)));
  expect(
    names.filter((name) => !allowed.includes(name)),
    element.name,
  ).toEqual([]);
  for (const [name, least, most] of holds) {
    const count = names.filter((one) => one === name).length;
    expect(count >= least && count <= most, `${count} ${name} in ${element.name}`).toBe(true);
  }
  const ids = element.children.flatMap(({ attributes }) => attributes.get("id") ?? []);
  expect(new Set(ids).size, `ids in ${element.name}`).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[\w.:-]+$/);
  element.children.forEach(expectValidXliff);
}
