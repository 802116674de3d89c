import type { Choice } from "../../editor/lesson-choices.ts";

/** Options of a list, with an empty one first; what is named already stays, even where it is not there any more. */
export function optionsOf(choices: Choice[], given: string | undefined) {
  const isKnown = !given || choices.some(({ id }) => id === given);
  return [
    { value: "", label: "—" },
    ...choices.map(({ id, title }) => ({ value: id, label: title === id ? id : `${id}: ${title}` })),
    ...(isKnown ? [] : [{ value: given, label: given }]),
  ];
}

/** Files of the course's media, without their folder. */
export function fileOptions(paths: string[], given: string | undefined) {
  return optionsOf(
    paths.map((path) => ({ id: path, title: path })),
    given,
  ).map(({ value, label }) => ({ value, label: label.replace(/^media\//, "") }));
}
