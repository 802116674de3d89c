import type { CourseStructure, PackageTranslation } from "#app/library/course-format.ts";
import type { ReviewItem } from "#app/library/translation-status.ts";

/** What a reviewer is sent to: a page to open, where there is one, and the words that stand there. */
export type ReviewPlace = {
  name: string;
  lesson?: { activity: string; page: string };
  package?: { activity: string };
  jurisdiction?: string;
  words?: string;
};
export type ReviewTask = Omit<ReviewItem, "where"> & { places: ReviewPlace[] };

export function tasksOf(items: ReviewItem[], placeOf: (name: string) => ReviewPlace): ReviewTask[] {
  return items.map(({ where, ...item }) => ({ ...item, places: where.map(placeOf) }));
}

/** Where the notes on a jurisdiction, or one of them ("me/unit"), are read. */
export function placeOfNote(name: string): ReviewPlace {
  const [jurisdiction = ""] = name.split("/");
  return { name, jurisdiction };
}

/** Tasks of the packages that a course makes itself; each is opened as a whole, so one without places is a place. */
export function tasksOfPackages(
  structure: CourseStructure,
  packages: Record<string, PackageTranslation>,
): ReviewTask[] {
  return Object.entries(packages).flatMap(([id, { review, words }]) => {
    const opened = placeOfPackage(structure, id);
    return review.map(({ where, ...item }) => ({
      ...item,
      places:
        where.length === 0
          ? [{ name: id, ...opened }]
          : where.map((place) => ({ name: `${id}/${place}`, ...opened, words: words[place] })),
    }));
  });
}

/** Tasks of the words around packages, which stand on no page of their own. */
export function tasksOfWords(words: Record<string, PackageTranslation>): ReviewTask[] {
  return Object.entries(words).flatMap(([kind, { review, words: said }]) =>
    tasksOf(review, (place) => ({ name: `${kind}/${place}`, words: said[place] })),
  );
}

/** Where a package is played: an activity of its own, or the lesson that it stands in. */
export function placeOfPackage(
  { course, lessons }: CourseStructure,
  name: string,
): Pick<ReviewPlace, "package" | "lesson"> {
  for (const activity of course.outline) {
    if (activity.kind === "package" && activity.package === name)
      return { package: { activity: activity.id } };
    if (activity.kind === "lesson" && lessons[activity.lesson]?.packages.includes(name)) {
      return { lesson: { activity: activity.id, page: "start" } };
    }
  }
  return {};
}
