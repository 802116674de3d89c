import type { QuestionOf, Region } from "#app/library/question-format.ts";

import {
  choiceAt,
  fault,
  type FormFields,
  type FormReader,
  isTicked,
  partsAt,
  requiredNumberAt,
  ticked,
} from "./form-fields.ts";
import type { Place } from "./region-drawing.ts";

/** Fields of parts of a picture, in percent: `regions` lists them. Corners of a polygon are lines of "x y". */

const numbersOf = { rect: ["left", "top", "width", "height"], circle: ["x", "y", "radius"] } as const;

export function regionFields(regions: Region[]): FormFields {
  const fields: FormFields = { regions: regions.map(({ id }) => id).join(" ") };
  for (const region of regions) {
    fields[`region.${region.id}.right`] = ticked(region.right);
    Object.assign(fields, placeFields(region.id, region));
  }
  return fields;
}

/** Shape and numbers of one part. */
export function placeFields(id: string, place: Place): FormFields {
  const name = `region.${id}`;
  const shape = { [`${name}.shape`]: place.shape };
  if (place.shape === "polygon") {
    return { ...shape, [`${name}.corners`]: place.at.map(([x, y]) => `${x} ${y}`).join("\n") };
  }
  const numbers = numbersOf[place.shape].map((part, index) => [`${name}.${part}`, String(place.at[index])]);
  return { ...shape, ...Object.fromEntries(numbers) };
}

export function regionsAt(reader: FormReader): Region[] {
  const regions = partsAt(reader, "regions").map((id) => regionAt(reader, id));
  if (regions.length < 2) fault(reader, "regions", "bank.twoRegions");
  if (!regions.some(({ right }) => right)) fault(reader, "regions", "bank.regionRightMissing");
  return regions;
}

function regionAt(reader: FormReader, id: string): Region {
  const name = `region.${id}`;
  const shape = choiceAt(reader, `${name}.shape`, ["rect", "circle", "polygon"]);
  const right = isTicked(reader, `${name}.right`);
  const place = (part: string) =>
    requiredNumberAt(reader, `${name}.${part}`, { wrong: "bank.placeWrong", min: 0, max: 100 });
  const size = (part: string) =>
    requiredNumberAt(reader, `${name}.${part}`, { wrong: "bank.sizeWrong", above: 0, max: 100 });
  switch (shape) {
    case "rect":
      return { id, shape, at: [place("left"), place("top"), size("width"), size("height")], right };
    case "circle":
      return { id, shape, at: [place("x"), place("y"), size("radius")], right };
    case "polygon":
      return { id, shape, at: cornersAt(reader, `${name}.corners`), right };
  }
}

/** Lines of two numbers; a decimal comma is understood where the two are parted by a space. */
function cornersAt(reader: FormReader, name: string): [number, number][] {
  const corners: [number, number][] = [];
  for (const line of (reader.fields[name] ?? "").split(/[\r\n;]+/).filter((text) => text.trim() !== "")) {
    const [x, y, more] = line
      .trim()
      .split(/\s+/)
      .map((text) => Number(text.replace(",", ".")));
    const isPlace = [x, y].every((value) => value !== undefined && value >= 0 && value <= 100);
    if (isPlace && more === undefined) corners.push([x as number, y as number]);
    else fault(reader, name, "bank.cornersWrong");
  }
  if (corners.length < 3) fault(reader, name, "bank.cornersWrong");
  return corners;
}

export function hotspotFields(question: QuestionOf<"hotspot">): FormFields {
  return {
    image: question.image,
    choose: question.choose,
    scoring: question.scoring,
    ...regionFields(question.regions),
  };
}

export function hotspot(reader: FormReader) {
  const image = (reader.fields.image ?? "").trim();
  if (image === "") fault(reader, "image", "bank.imageMissing");
  const choose = choiceAt(reader, "choose", ["one", "some"]);
  const regions = regionsAt(reader);
  return { image, regions, choose, scoring: choiceAt(reader, "scoring", ["all", "partial"]) };
}

export function detectionFields(question: QuestionOf<"detection">): FormFields {
  const { locate } = question;
  return {
    medium: question.medium,
    media: question.media,
    right: question.answer,
    locate: locate?.kind ?? "none",
    ...(locate?.kind === "region" ? regionFields(locate.regions) : {}),
    ...(locate?.kind === "second" ? { from: String(locate.from), to: String(locate.to) } : {}),
  };
}

export function detection(reader: FormReader) {
  const media = (reader.fields.media ?? "").trim();
  if (media === "") fault(reader, "media", "bank.mediaMissing");
  const { right } = reader.fields;
  if (right !== "real" && right !== "manipulated") fault(reader, "right", "bank.verdictMissing");
  const medium = choiceAt(reader, "medium", ["image", "audio", "video"]);
  const answer: "real" | "manipulated" = right === "manipulated" ? "manipulated" : "real";
  return { medium, media, answer, ...locateAt(reader) };
}

function locateAt(reader: FormReader): Pick<QuestionOf<"detection">, "locate"> {
  const kind = choiceAt(reader, "locate", ["none", "region", "second"]);
  if (kind === "region") return { locate: { kind, regions: regionsAt(reader) } };
  if (kind === "none") return {};
  const second = (name: string) => requiredNumberAt(reader, name, { wrong: "bank.secondWrong", min: 0 });
  const [from, to] = [second("from"), second("to")];
  if (to < from) fault(reader, "to", "bank.secondsOrder");
  return { locate: { kind, from, to } };
}
