import type { QuestionText } from "#app/library/question-format.ts";

import type { ExchangeQuestion } from "./exchange.ts";
import { type Markup, namespaces, type QtiVersion, rendered, tag } from "./qti-markup.ts";
import { qtiTest } from "./qti-test-writer.ts";
import { type Body, qtiBody } from "./qti-types-writer.ts";
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
  for (const question of questions) {
    const id = question.structure.id;
    const path = `items/${id}.xml`;
    const media = await Promise.all(
      question.media.map(async ({ name, read }) => ({ path: `media/${id}/${name}`, bytes: await read() })),
    );
    const pictures = new Map(question.media.map(({ name }, index) => [name, media[index]?.bytes as Buffer]));
    const item = itemMarkup(question, question.texts[language] as QuestionText, {
      version,
      language,
      pictures,
    });
    files.push({ path, bytes: Buffer.from(`${declaration}${rendered(item, version)}\n`) }, ...media);
    resources.push(
      resource(
        `item-${id}`,
        namespaces[version].itemType,
        path,
        media.map((file) => file.path),
      ),
    );
  }
  const testPath = "test.xml";
  files.push({
    path: testPath,
    bytes: Buffer.from(`${declaration}${rendered(qtiTest(questions, version), version)}\n`),
  });
  resources.push(resource("test", namespaces[version].testType, testPath, []));
  return [{ path: "imsmanifest.xml", bytes: Buffer.from(manifest(resources, version)) }, ...files];
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

function resource(id: string, type: string, path: string, others: string[]): string {
  const listed = [path, ...others].map((file) => `<file href="${escaped(encodeURI(file))}"/>`).join("");
  return `<resource identifier="${escaped(identifier(id))}" type="${type}" href="${escaped(encodeURI(path))}">${listed}</resource>`;
}

/** XML identifiers begin with a letter. */
export const identifier = (id: string) => (/^[A-Za-z_]/.test(id) ? id : `q-${id}`);

function manifest(resources: string[], version: QtiVersion): string {
  return `${declaration}<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="manifest"><metadata><schema>${namespaces[version].schema}</schema><schemaversion>${version === "qti-3.0" ? "3.0.0" : "1.0.0"}</schemaversion></metadata><organizations/><resources>${resources.join("")}</resources></manifest>\n`;
}

type Context = { version: QtiVersion; language: string; pictures: ReadonlyMap<string, Buffer> };

function itemMarkup(
  question: ExchangeQuestion,
  text: QuestionText,
  { version, language, pictures }: Context,
): Markup {
  const { structure, name } = question;
  const body = qtiBody(
    structure,
    text,
    pictures,
    (file) => `../media/${structure.id}/${encodeURIComponent(file)}`,
  );
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
    ...(text.why ? [general(text.why, version)] : []),
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
function general(why: string, version: QtiVersion): Markup {
  const html = htmlOfPlain(why);
  return tag(
    "modalFeedback",
    { outcomeIdentifier: "FEEDBACK", identifier: "general", showHide: "hide" },
    version === "qti-3.0" ? tag("contentBody", {}, html) : html,
  );
}
