import { expect, test } from "vitest";

import {
  dissolved,
  gathered,
  indented,
  movedByLine,
  movedInto,
  movedTo,
  outdented,
  sectionMoved,
  sectionMovedTo,
} from "#app/authoring/outline-order.ts";
import type { Activity } from "#app/library/course-format.ts";
import { splitSections } from "#app/library/outline-sections.ts";

/** "a x:b x:c d": b and c stand in section x. */
function outline(words: string): Activity[] {
  return words.split(" ").map((word): Activity => {
    const [id = "", section] = word.split(":").reverse();
    const placed = section ? { section } : {};
    return { id, kind: "lesson", lesson: id, minutes: 1, required: true, after: [], ...placed };
  });
}
const words = (activities: Activity[]) =>
  activities.map(({ id, section }) => (section ? `${section}:${id}` : id)).join(" ");

const start = outline("a x:b x:c d");

test.each<[string, string, Activity[]]>([
  ["down over a section's beginning goes in", "x:a x:b x:c d", movedByLine(start, "a", "down")],
  ["up over its end goes in", "a x:b x:c x:d", movedByLine(start, "d", "up")],
  ["up over its beginning goes out", "a b x:c d", movedByLine(start, "b", "up")],
  ["down over its end goes out", "a x:b c d", movedByLine(start, "c", "down")],
  ["inside it changes places", "a x:c x:b d", movedByLine(start, "b", "down")],
  ["at the end of the list it stays", "a x:b x:c d", movedByLine(start, "d", "down")],
  ["alone in a section it moves with it", "x:b a d", movedByLine(outline("a x:b d"), "b", "up")],
  ["dragged over a step it takes its place and section", "x:b x:a x:c d", movedTo(start, "a", 1)],
  [
    "dragged to a section's heading it is the first there",
    "a x:d x:b x:c",
    movedInto(start, "d", "x", "first"),
  ],
  ["it is put at a section's end", "x:b x:c x:a d", movedInto(start, "a", "x", "last")],
  ["into the section above", "a x:b x:c x:d", indented(start, "d")],
  ["into the section below", "x:a x:b x:c d", indented(start, "a")],
  ["out, from the middle", "a x:b x:e c d", outdented(outline("a x:b x:c x:e d"), "c")],
  ["out, the first", "a b x:c d", outdented(start, "b")],
  ["a section goes up whole", "x:b x:c a d", sectionMoved(start, "x", "up")],
  ["a section goes over another", "y:d x:b x:c", sectionMoved(outline("x:b x:c y:d"), "x", "down")],
  ["a section is dragged to the end", "a d x:b x:c", sectionMovedTo(start, "x", 2)],
  ["steps are gathered where the first is", "z:a z:d x:b x:c", gathered(start, ["d", "a"], "z")],
  ["from inside a section they go behind it", "a x:b z:c d", gathered(start, ["c"], "z")],
  ["without it its steps stay", "a b c d", dissolved(start, "x")],
])("%s", (_, expected, result) => {
  expect(words(result)).toBe(expected);
  expect(splitSections(result)).toEqual([]);
});
