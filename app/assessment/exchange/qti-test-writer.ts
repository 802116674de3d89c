import type { ExchangeQuestion } from "./exchange.ts";
import { type Markup, namespaces, type QtiVersion, tag } from "./qti-markup.ts";

/** Name by which we know a test that we wrote: its own title is no category. */
export const ownToolName = "Sigurna";

/** A test whose sections are the categories, in one another as their paths say. */
export function qtiTest(
  questions: ExchangeQuestion[],
  places: ReadonlyMap<string, string>,
  version: QtiVersion,
): Markup {
  let sections = 0;
  const section = (title: string, depth: number, inside: ExchangeQuestion[]): Markup => {
    sections += 1;
    const nameOf = ({ category }: ExchangeQuestion) => category.split("/")[depth];
    const own = inside.filter((question) => nameOf(question) === undefined);
    const names = [...new Set(inside.flatMap((question) => nameOf(question) ?? []))];
    return tag(
      "assessmentSection",
      { identifier: `section-${sections}`, title, visible: "true" },
      ...own.map(({ structure }) =>
        tag("assessmentItemRef", {
          identifier: `ref-${structure.id}`,
          href: encodeURI(`items/${places.get(structure.id)}.xml`),
        }),
      ),
      ...names.map((name) =>
        section(
          name,
          depth + 1,
          inside.filter((question) => nameOf(question) === name),
        ),
      ),
    );
  };
  const top = [...new Set(questions.map(({ category }) => category.split("/")[0] ?? ""))];
  return tag(
    "assessmentTest",
    { xmlns: namespaces[version].item, identifier: "test", title: ownToolName, toolName: ownToolName },
    tag(
      "testPart",
      { identifier: "part", navigationMode: "nonlinear", submissionMode: "simultaneous" },
      ...top.map((name) =>
        section(
          name,
          1,
          questions.filter(({ category }) => (category.split("/")[0] ?? "") === name),
        ),
      ),
    ),
  );
}
