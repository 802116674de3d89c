import fc from "fast-check";
import { expect, test } from "vitest";

import type { ExchangeQuestion } from "#app/assessment/exchange/exchange.ts";
import { writable } from "#app/assessment/exchange/losses.ts";
import { writeMoodle } from "#app/assessment/exchange/moodle-writer.ts";
import type { QtiVersion } from "#app/assessment/exchange/qti-markup.ts";
import { qtiFiles } from "#app/assessment/exchange/qti-writer.ts";
import { questionTypes } from "#app/library/question-format.ts";
import { childNamed, childrenNamed, parseXml, type XmlElement } from "#app/library/xml-document.ts";
import { anyExchangeOf } from "#tests/builders/any-exchange.ts";

/**
 * What IMS "QTI Assessment, Section and Item Information Model" 2.1 and 3.0 demand of the elements that we write: their
 * attributes, and their children in this order ("x*" any number, "x+" at least one, "x?" one at most). Elements without
 * children listed hold any.
 */
const rules: Record<string, { attributes?: string[]; children?: string[] }> = {
  assessmentitem: {
    attributes: ["identifier", "title", "adaptive", "timedependent"],
    children: [
      "responsedeclaration*",
      "outcomedeclaration*",
      "itembody",
      "responseprocessing?",
      "modalfeedback*",
    ],
  },
  responsedeclaration: {
    attributes: ["identifier", "cardinality", "basetype"],
    children: ["correctresponse?", "mapping?"],
  },
  outcomedeclaration: { attributes: ["identifier", "cardinality", "basetype"], children: ["defaultvalue?"] },
  correctresponse: { children: ["value+"] },
  mapping: { attributes: ["defaultvalue"], children: ["mapentry+"] },
  mapentry: { attributes: ["mapkey", "mappedvalue"], children: [] },
  choiceinteraction: {
    attributes: ["responseidentifier", "shuffle", "maxchoices"],
    children: ["prompt?", "simplechoice+"],
  },
  simplechoice: { attributes: ["identifier"] },
  orderinteraction: { attributes: ["responseidentifier", "shuffle"], children: ["prompt?", "simplechoice+"] },
  matchinteraction: {
    attributes: ["responseidentifier", "shuffle", "maxassociations"],
    children: ["prompt?", "simplematchset", "simplematchset"],
  },
  simplematchset: { children: ["simpleassociablechoice*"] },
  simpleassociablechoice: { attributes: ["identifier", "matchmax"] },
  hotspotinteraction: {
    attributes: ["responseidentifier", "maxchoices"],
    children: ["prompt?", "object", "hotspotchoice+"],
  },
  hotspotchoice: { attributes: ["identifier", "shape", "coords"], children: [] },
  object: { attributes: ["data", "type"] },
  inlinechoiceinteraction: { attributes: ["responseidentifier", "shuffle"], children: ["inlinechoice+"] },
  inlinechoice: { attributes: ["identifier"] },
  textentryinteraction: { attributes: ["responseidentifier"], children: [] },
  extendedtextinteraction: { attributes: ["responseidentifier"], children: ["prompt?"] },
  uploadinteraction: { attributes: ["responseidentifier"], children: ["prompt?"] },
  feedbackinline: { attributes: ["outcomeidentifier", "identifier", "showhide"] },
  modalfeedback: { attributes: ["outcomeidentifier", "identifier", "showhide"] },
  rubricblock: { attributes: ["view"] },
  responsecondition: { children: ["responseif"] },
  equal: { attributes: ["tolerancemode", "tolerance"], children: ["variable", "correct"] },
  setoutcomevalue: { attributes: ["identifier"] },
  mapresponse: { attributes: ["identifier"], children: [] },
  variable: { attributes: ["identifier"], children: [] },
  basevalue: { attributes: ["basetype"] },
  img: { attributes: ["src", "alt"], children: [] },
  assessmenttest: { attributes: ["identifier", "title"], children: ["testpart+"] },
  testpart: {
    attributes: ["identifier", "navigationmode", "submissionmode"],
    children: ["assessmentsection+"],
  },
  assessmentsection: {
    attributes: ["identifier", "title", "visible"],
    children: ["assessmentitemref*", "assessmentsection*"],
  },
  assessmentitemref: { attributes: ["identifier", "href"], children: [] },
};
const plainElements =
  /^(p|div|span|br|strong|em|code|pre|blockquote|ul|ol|li|hr|table|thead|tbody|tr|th|td|a|h[1-6]|value|defaultvalue|prompt|contentbody|itembody|responseprocessing|responseif|match|correct|sum|product|and|gte)$/;
const blocks = /^(p|div|pre|blockquote|ul|ol|hr|table|h[1-6]|rubricblock|\w+interaction)$/;
const inlines = /^(textentry|inlinechoice)interaction$/;
const ncName = /^[A-Za-z_][\w.-]*$/;

const plainName = (name: string) => name.toLowerCase().replace(/^qti-/, "").replaceAll("-", "");
const attributeOf = (element: XmlElement, name: string) =>
  [...element.attributes].find(([key]) => plainName(key) === name)?.[1];
const all = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(all)];

/** Everything in a document that the standard does not allow. */
function faultsOf(root: XmlElement): string[] {
  const elements = all(root);
  const named = (name: string) => elements.filter((element) => plainName(element.name) === name);
  const idsOf = (names: string[]) =>
    names.flatMap(named).map((element) => attributeOf(element, "identifier") ?? "");
  const declared = new Set(idsOf(["responsedeclaration", "outcomedeclaration"]));
  return [
    ...elements.flatMap(ownFaults),
    ...elements.flatMap((element) => {
      const used = ["responseidentifier", "outcomeidentifier"].flatMap(
        (name) => attributeOf(element, name) ?? [],
      );
      const variables = /^(variable|correct|mapresponse|setoutcomevalue)$/.test(plainName(element.name))
        ? [attributeOf(element, "identifier") ?? ""]
        : [];
      return [...used, ...variables].filter((id) => !declared.has(id)).map((id) => `${id} is not declared`);
    }),
    ...named("responsedeclaration").flatMap((declaration) => keyFaults(declaration, root)),
    ...named("itembody").flatMap(({ nodes }) =>
      nodes.flatMap((node) => {
        if (typeof node === "string") return node.trim() === "" ? [] : [`text in the body: ${node}`];
        const name = plainName(node.name);
        return blocks.test(name) && !inlines.test(name) ? [] : [`${name} in the body`];
      }),
    ),
    ...repeated(idsOf(["responsedeclaration", "outcomedeclaration"])),
    ...repeated(idsOf(["simplechoice", "simpleassociablechoice", "hotspotchoice"])),
    ...repeated(idsOf(["assessmentitemref", "assessmentsection"])),
  ];
}

function ownFaults(element: XmlElement): string[] {
  const name = plainName(element.name);
  const rule = rules[name];
  if (!rule) return plainElements.test(name) ? [] : [`${name} is unknown`];
  const missing = (rule.attributes ?? []).filter(
    (attribute) => attributeOf(element, attribute) === undefined,
  );
  const children = element.children.map((child) => `${plainName(child.name)} `).join("");
  const order = rule.children
    ?.map((child) => child.replace(/^(\w+)(.?)$/, (_, one: string, count: string) => `(${one} )${count}`))
    .join("");
  const identifier = attributeOf(element, "identifier");
  const coords = attributeOf(element, "coords");
  return [
    ...missing.map((attribute) => `${name} has no ${attribute}`),
    ...(order !== undefined && !new RegExp(`^${order}$`).test(children) ? [`${name} holds ${children}`] : []),
    ...(identifier !== undefined && name !== "assessmentitem" && !ncName.test(identifier)
      ? [`${identifier} is no identifier`]
      : []),
    ...(coords !== undefined && !/^\d+(,\d+)+$/.test(coords) ? [`${coords} are no coordinates`] : []),
  ];
}

/** Right answers that nobody can choose. */
function keyFaults(declaration: XmlElement, root: XmlElement): string[] {
  const baseType = attributeOf(declaration, "basetype") ?? "";
  if (!/identifier|pair/i.test(baseType)) return [];
  const choices = new Set(
    all(root)
      .filter(({ name }) => /choice$/.test(plainName(name)))
      .map((element) => attributeOf(element, "identifier")),
  );
  const keys = all(declaration).flatMap((element) => {
    const name = plainName(element.name);
    if (name === "value") return [element.text];
    return name === "mapentry" ? [attributeOf(element, "mapkey") ?? ""] : [];
  });
  return keys
    .flatMap((key) => key.split(" "))
    .filter((key) => !choices.has(key))
    .map((key) => `${key} cannot be chosen`);
}

function repeated(ids: string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`);
}

function manifestFaults(files: Map<string, Buffer>): string[] {
  const { root } = parseXml(xmlOf(files.get("imsmanifest.xml")), "imsmanifest.xml");
  const resources = childrenNamed(childNamed(root, "resources") as XmlElement, "resource");
  const ids = resources.map((resource) => attributeOf(resource, "identifier") ?? "");
  const listed = resources.flatMap((resource) =>
    childrenNamed(resource, "file").map((file) => decodeURI(attributeOf(file, "href") ?? "")),
  );
  const needed = resources.flatMap((resource) =>
    childrenNamed(resource, "dependency").map((other) => attributeOf(other, "identifierref") ?? ""),
  );
  const folded = [...files.keys()].map((path) => path.toLowerCase());
  return [
    ...repeated(ids),
    ...repeated(folded),
    ...ids.filter((id) => !ncName.test(id)).map((id) => `${id} is no identifier`),
    ...listed.filter((path) => !files.has(path)).map((path) => `${path} is missing`),
    ...[...files.keys()].filter((path) => path !== "imsmanifest.xml" && !listed.includes(path)),
    ...needed.filter((id) => !ids.includes(id)).map((id) => `${id} is no resource`),
    ...ids
      .filter((id) => id !== "test" && !needed.includes(id))
      .map((id) => `${id} is not needed by the test`),
  ];
}

const xmlOf = (bytes: Buffer | undefined) => String(bytes).replace(/^<\?xml[^>]*\?>\s*/, "");

const anyBank = fc.tuple(...questionTypes.map(anyExchangeOf)).map((list) =>
  list.map((one, index): ExchangeQuestion => {
    // Two keys differ in capital letters only.
    const id = index === 0 ? "k1" : index === 1 ? "K1" : `${one.structure.id}-${index}`;
    return { ...one, structure: { ...one.structure, id } };
  }),
);

test.each<QtiVersion>(["qti-2.1", "qti-2.2", "qti-3.0"])(
  "%s: packages are built as the standard says",
  async (version) => {
    await fc.assert(
      fc.asyncProperty(anyBank, async (bank) => {
        const files = new Map(
          (await qtiFiles(writable(version, bank, "en"), "en", version)).map(({ path, bytes }) => [
            path,
            bytes,
          ]),
        );
        expect(manifestFaults(files)).toEqual([]);
        for (const [path, bytes] of files) {
          if (!path.endsWith(".xml") || path === "imsmanifest.xml") continue;
          expect(faultsOf(parseXml(xmlOf(bytes), path).root)).toEqual([]);
        }
      }),
      { numRuns: 15 },
    );
  },
);

/** The order in which Moodle's own export writes the children of a question; what we leave out it takes as usual. */
const moodleOrder =
  "name questiontext generalfeedback defaultgrade penalty hidden idnumber single shuffleanswers answernumbering usecase layouttype selecttype gradingtype answer units unitgradingtype showunits subquestion responseformat responserequired maxwordlimit attachments attachmentsrequired maxbytes filetypeslist graderinfo tags".split(
    " ",
  );

test("Moodle XML has the elements that Moodle writes, in its order", async () => {
  await fc.assert(
    fc.asyncProperty(anyBank, async (bank) => {
      const written = await writeMoodle(writable("moodle-xml", bank, "en"), "en");
      const questions = childrenNamed(parseXml(xmlOf(Buffer.from(written)), "quiz.xml").root, "question");
      for (const question of questions.filter((one) => attributeOf(one, "type") !== "category")) {
        const places = question.children.map(({ name }) => moodleOrder.indexOf(name));
        expect(places).not.toContain(-1);
        expect(places).toEqual([...places].sort((one, other) => one - other));
        for (const answer of childrenNamed(question, "answer"))
          expect(answer.children.map(({ name }) => name).join()).toMatch(/^text,feedback(,tolerance)?$/);
      }
    }),
    { numRuns: 15 },
  );
});
