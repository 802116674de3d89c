import { type ReactNode, useId } from "react";

import { useT } from "#app/platform/i18n.tsx";

import { runsOf } from "../outline-sections.ts";

/**
 * The steps of a course by its sections, each with a heading of the third level and what `note` says of it. What stands
 * behind a section and in none gets a heading as well, or it would seem to belong to the section. `list` looks like a list.
 */
export function OutlineRuns<Step extends { section?: string | null }>({
  steps,
  titles,
  note,
  list,
}: {
  steps: readonly Step[];
  titles: Record<string, string>;
  note?: (steps: Step[]) => ReactNode;
  list: (steps: Step[]) => ReactNode;
}) {
  const t = useT();
  const id = useId();
  return runsOf(steps).map(({ section, activities }, index) => {
    if (section === null && index === 0) return <div key="first">{list(activities)}</div>;
    const heading = `${id}-${index}`;
    return (
      <section key={section ?? `rest-${index}`} aria-labelledby={heading} className="stack">
        <div>
          <h3 id={heading}>{section === null ? t("learn.sectionNone") : (titles[section] ?? section)}</h3>
          {section !== null && note?.(activities)}
        </div>
        {list(activities)}
      </section>
    );
  });
}
