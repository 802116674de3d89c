import { expect, test } from "vitest";

import { readCourseFolder } from "#app/library/course-folder.server.ts";
import { texts } from "#app/locales/en/texts.ts";
import { cardLines, checklist, checklistFacts, sectorItems } from "#app/tools/safe-contact/checklist.ts";
import { courseFolder } from "#tests/builders/course.ts";

test("every item, sector and line of the card has a text, and no text is left without its item", () => {
  const items = [
    ...checklist.flatMap(({ id, items }) => [id, ...items.map((item) => `${id}_${item.id}`)]),
    ...Object.entries(sectorItems).flatMap(([sector, ids]) => ids.map((id) => `role_${sector}_${id}`)),
    ...cardLines.map((line) => `card${line}`),
  ];
  const page = [
    ...["lead", "marks", "unsourced", "print", "roles", "rolesLead"],
    ...["card", "cardLead", "cardTitle", "cardYesNo"],
  ];
  expect([...items, ...page].sort()).toEqual(Object.keys(texts.safeContact).sort());
  for (const sector of Object.keys(sectorItems)) {
    expect(texts.common).toHaveProperty(`sector_${sector}`);
  }
});

test("every fact of the list is one that the lessons on contact and on safety cite", async () => {
  const { course } = await readCourseFolder(courseFolder);
  const lessons = course?.lessons.get("en");
  const cited = ["safe-contact", "safety-first"].flatMap((lesson) =>
    (lessons?.get(lesson) ?? []).flatMap(({ facts }) => facts),
  );
  expect(checklistFacts.filter((fact) => !cited.includes(fact))).toEqual([]);
});
