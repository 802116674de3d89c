import { contentTypeOf } from "#app/library/content-types.ts";
import type { QuestionOf, QuestionText } from "#app/library/question-format.ts";

import { pictureSize } from "./picture-size.ts";
import { identifier, type Markup, tag } from "./qti-markup.ts";
import { type Body, declared, mapped, mappingOf, response, whenRight } from "./qti-parts.ts";
import { type AddressOf, escaped, number } from "./written-text.ts";

/**
 * Coordinates are in whole pixels; of a picture whose size is unknown, in thousandths. A small picture is said to be shown
 * larger, so that a pixel is little.
 */
const unknownSize = { width: 1000, height: 1000 };
const leastSide = 500;

function sizeOf(picture: Buffer | undefined): { width: number; height: number } {
  const { width, height } = (picture ? pictureSize(picture) : null) ?? unknownSize;
  const scale = Math.max(1, Math.ceil(leastSide / Math.max(1, Math.min(width, height))));
  return { width: width * scale, height: height * scale };
}

type HotspotParts = {
  above: string[];
  prompt: Markup;
  addressOf: AddressOf;
  picture: Buffer | undefined;
};

export function hotspotBody(
  structure: QuestionOf<"hotspot">,
  text: QuestionText,
  { above, prompt, addressOf, picture }: HotspotParts,
): Body {
  const size = sizeOf(picture);
  const rights = structure.regions.filter(({ right }) => right).map(({ id }) => id);
  const isSingle = structure.choose === "one";
  const wrong = structure.regions.length - rights.length;
  const isPartial = !isSingle && structure.scoring === "partial" && wrong > 0;
  const mapping = isPartial
    ? mappingOf(
        structure.regions.map(({ id, right }) => ({
          key: identifier(id),
          value: right ? structure.points / rights.length : -structure.points / wrong,
        })),
        { lowerBound: "0", upperBound: number(structure.points) },
      )
    : undefined;
  return {
    responses: [declared(isSingle ? "single" : "multiple", "identifier", rights.map(identifier), mapping)],
    nodes: [
      ...above,
      tag(
        "hotspotInteraction",
        { ...response, maxChoices: isSingle ? "1" : "0" },
        prompt,
        tag(
          "object",
          {
            type: contentTypeOf(structure.image),
            data: addressOf(structure.image),
            width: String(size.width),
            height: String(size.height),
          },
          escaped(text.alt ?? ""),
        ),
        ...structure.regions.map((region) =>
          tag("hotspotChoice", {
            identifier: identifier(region.id),
            hotspotLabel: text.regions?.[region.id] ?? "",
            ...coordinates(region, size),
          }),
        ),
      ),
    ],
    score: [mapping ? mapped(["RESPONSE"]) : whenRight("RESPONSE")],
    feedback: null,
  };
}

function coordinates(
  region: QuestionOf<"hotspot">["regions"][number],
  { width, height }: typeof unknownSize,
) {
  const x = (percent: number) => String(Math.round((percent * width) / 100));
  const y = (percent: number) => String(Math.round((percent * height) / 100));
  if (region.shape === "circle") {
    const [left, top, radius] = region.at;
    return { shape: "circle", coords: [x(left), y(top), x(radius)].join(",") };
  }
  if (region.shape === "polygon") {
    return { shape: "poly", coords: region.at.flatMap(([left, top]) => [x(left), y(top)]).join(",") };
  }
  const [left, top, wide, high] = region.at;
  return { shape: "rect", coords: [x(left), y(top), x(left + wide), y(top + high)].join(",") };
}
