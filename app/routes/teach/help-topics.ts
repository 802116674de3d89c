/** The pages of the trainers' guide, docs/trainers/, in its order; titles as the pages have them. */
export const helpTopics = [
  { topic: "first-course", title: "Your first course in fifteen minutes" },
  { topic: "outline", title: "Outline" },
  { topic: "lessons", title: "Writing lessons" },
  { topic: "media", title: "Pictures, sound and film" },
  { topic: "translation", title: "Translation" },
  { topic: "publication", title: "Review and publication" },
  { topic: "quizzes", title: "Quizzes and tests" },
  { topic: "banks", title: "Question banks" },
  { topic: "grading", title: "Grading" },
  { topic: "learners", title: "Learners and results" },
  { topic: "in-and-out", title: "In and out" },
] as const;

type HelpTopic = (typeof helpTopics)[number]["topic"];

/** By the address of a trainer's page; the first that fits counts. */
const places: [RegExp, HelpTopic][] = [
  [/^\/teach\/?$|^\/teach\/new/, "first-course"],
  [/^\/teach\/banks/, "banks"],
  [/^\/teach\/(packages|imports)/, "in-and-out"],
  [/^\/teach\/archived/, "publication"],
  [/\/sessions/, "outline"],
  [/\/draft\/(outline|texts|new-section|sections|shared-lesson)/, "outline"],
  [/\/draft\/(lessons|terms)/, "lessons"],
  [/\/draft\/(media|captions)/, "media"],
  [/\/draft\/translation|\/translations$/, "translation"],
  [/\/assignments|\/grading|\/regrade/, "grading"],
  [/\/draft|\/versions|\/review|\/availability/, "publication"],
  [/\/quizzes|\/accommodations/, "quizzes"],
  [/\/packages|\/exports/, "in-and-out"],
  [/^\/teach\//, "learners"],
];

/** The page of the guide that belongs to a trainer's page; null on other pages, and in the guide itself. */
export function helpTopicOf(path: string): HelpTopic | null {
  if (path.startsWith("/teach/help")) return null;
  return places.find(([place]) => place.test(path))?.[1] ?? null;
}
