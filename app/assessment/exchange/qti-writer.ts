import type { QuestionText } from "#app/library/question-format.ts";

import type { ExchangeQuestion } from "./exchange.ts";
import { type Markup, namespaces, type QtiVersion, rendered, tag } from "./qti-markup.ts";
import { qtiTest } from "./qti-test-writer.ts";
import type { Body } from "./qti-parts.ts";
import { qtiBody } from "./qti-types-writer.ts";
import { escaped, htmlOfPlain, number } from "./written-text.ts";

type WrittenFile = { path: string; bytes: Buffer };

/** The files of a content package: an item a question, a test with their categories as sections, the manifest. */
export async function qtiFiles(
  questions: ExchangeQuestion[],
  language: string,
  version: QtiVersion,
): Promise<WrittenFile[]> {
  const files: WrittenFile[] = [];
  const resources: string[] = [];
  const places = itemPlaces(questions);
  for (const question of questions) {
    const id = question.structure.id;
    const place = places.get(id) as string;
    const path = `items/${place}.xml`;
    const media = await Promise.all(
      question.media.map(async ({ name, read }) => ({ path: `media/${place}/${name}`, bytes: await read() })),
    );
    const pictures = new Map(question.media.map(({ name }, index) => [name, media[index]?.bytes as Buffer]));
    const item = itemMarkup(question, question.texts[language] as QuestionText, {
      version,
      language,
      pictures,
      place,
    });
    files.push({ path, bytes: Buffer.from(`${declaration}${rendered(item, version)}\n`) }, ...media);
    const others = media.map((file) => file.path);
    resources.push(
      resource({ id: `item-${id}`, type: namespaces[version].itemType, path, others, needs: [] }),
    );
  }
  const testPath = "test.xml";
  files.push({
    path: testPath,
    bytes: Buffer.from(`${declaration}${rendered(qtiTest(questions, places, version), version)}\n`),
  });
  const needs = questions.map(({ structure }) => `item-${structure.id}`);
  const type = namespaces[version].testType;
  resources.push(resource({ id: "test", type, path: testPath, others: [], needs }));
  return [{ path: "imsmanifest.xml", bytes: Buffer.from(manifest(resources, version)) }, ...files];
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

type Resource = { id: string; type: string; path: string; others: string[]; needs: string[] };

function resource({ id, type, path, others, needs }: Resource): string {
  const listed = [path, ...others].map((file) => `<file href="${escaped(encodeURI(file))}"/>`).join("");
  const needed = needs.map((other) => `<dependency identifierref="${escaped(other)}"/>`).join("");
  return `<resource identifier="${escaped(id)}" type="${type}" href="${escaped(encodeURI(path))}">${listed}${needed}</resource>`;
}

/** Names of items' files: keys that differ only in capital letters would be one file on some computers. */
function itemPlaces(questions: ExchangeQuestion[]): Map<string, string> {
  const taken = new Set<string>();
  const places = new Map<string, string>();
  for (const { structure } of questions) {
    let place = structure.id;
    for (let count = 2; taken.has(place.toLowerCase()); count += 1) place = `${structure.id}_${count}`;
    taken.add(place.toLowerCase());
    places.set(structure.id, place);
  }
  return places;
}

function manifest(resources: string[], version: QtiVersion): string {
  const { package: namespace, schema, schemaVersion } = namespaces[version];
  return `${declaration}<manifest xmlns="${namespace}" identifier="manifest"><metadata><schema>${schema}</schema><schemaversion>${schemaVersion}</schemaversion></metadata><organizations/><resources>${resources.join("")}</resources></manifest>\n`;
}

type Context = {
  version: QtiVersion;
  language: string;
  pictures: ReadonlyMap<string, Buffer>;
  /** Name of the item's file, and of the folder of its media. */
  place: string;
};

function itemMarkup(
  question: ExchangeQuestion,
  text: QuestionText,
  { version, language, pictures, place }: Context,
): Markup {
  const { structure, name } = question;
  const addressOf = (file: string) => `../media/${place}/${encodeURIComponent(file)}`;
  const body = qtiBody(structure, text, pictures, addressOf);
  const points = number(structure.points);
  return tag(
    "assessmentItem",
    {
      xmlns: namespaces[version].item,
      identifier: structure.id,
      title: name,
      adaptive: "false",
      timeDependent: "false",
      "xml:lang": language,
    },
    ...body.responses,
    tag("outcomeDeclaration", { identifier: "SCORE", cardinality: "single", baseType: "float" }, zero),
    tag(
      "outcomeDeclaration",
      { identifier: "MAXSCORE", cardinality: "single", baseType: "float" },
      tag("defaultValue", {}, tag("value", {}, points)),
    ),
    ...feedbackDeclaration(body, text),
    tag("itemBody", {}, ...body.nodes),
    ...(body.score ? [tag("responseProcessing", {}, ...body.score, ...feedbackProcessing(body))] : []),
    ...(text.why ? [general(text.why)] : []),
  );
}

const zero = tag("defaultValue", {}, tag("value", {}, "0"));

function feedbackDeclaration({ feedback }: Body, { why }: QuestionText): Markup[] {
  if (!feedback && !why) return [];
  return [
    tag("outcomeDeclaration", {
      identifier: "FEEDBACK",
      cardinality: feedback?.cardinality ?? "single",
      baseType: "identifier",
    }),
  ];
}

/** Each chosen answer shows its own feedback. */
function feedbackProcessing({ feedback }: Body): Markup[] {
  if (!feedback) return [];
  return [tag("setOutcomeValue", { identifier: "FEEDBACK" }, tag("variable", { identifier: "RESPONSE" }))];
}

/** Shown to everybody: to be hidden it would need an outcome that never comes. */
function general(why: string): Markup {
  return tag(
    "modalFeedback",
    { outcomeIdentifier: "FEEDBACK", identifier: "general", showHide: "hide" },
    tag("contentBody", {}, htmlOfPlain(why)),
  );
}
