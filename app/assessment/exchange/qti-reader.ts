import { posix } from "node:path";

import type { XmlElement } from "#app/library/xml-document.ts";

import { pathOf } from "./foreign-category.ts";
import { type ExchangeFormat, type ReadQuestions, type ReadSettings, sentence } from "./exchange.ts";
import type { MediaFinder } from "./media-intake.ts";
import { qti1Draft } from "./qti1-item.ts";
import { metadataOf } from "./qti1-texts.ts";
import { attr, below, childOf, childrenOf, htmlOf, type QtiNode, qtiNode, wordsOf } from "./qti-node.ts";
import { qti2Draft } from "./qti2-item.ts";
import { ownToolName } from "./qti-test-writer.ts";
import { QuestionGathering } from "./question-gathering.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";

/** An XML document of a package, or one by itself. */
export type QtiDocument = { path: string; root: XmlElement; find: MediaFinder };

const roots = new Set(["questestinterop", "assessmentitem", "assessmenttest", "assessmentstimulus"]);

export function isQti(root: XmlElement): boolean {
  return roots.has(qtiName(root));
}

const qtiName = ({ name }: XmlElement) => name.toLowerCase().replace(/^qti-/, "").replaceAll("-", "");

export function readQti(documents: QtiDocument[], settings: ReadSettings): ReadQuestions {
  const gathering = new QuestionGathering(formatOf(documents), settings);
  const parsed = documents.map((document) => ({ ...document, node: qtiNode(document.root) }));
  const named = (name: string) => parsed.filter(({ node }) => node.name === name);
  const stimuli = new Map(named("assessmentstimulus").map(({ path, node }) => [path, node]));
  const places = placesOf(named("assessmenttest"));
  const items = named("assessmentitem");
  const order = [...places.keys()];
  const rank = (path: string) => (places.has(path) ? order.indexOf(path) : order.length);
  items.sort((one, other) => rank(one.path) - rank(other.path));
  for (const { path, node, find } of items) {
    const stimulus = childrenOf(node, "assessmentstimulusref").flatMap((reference) => {
      const target = stimuli.get(resolved(path, attr(reference, "href") ?? ""));
      return target ? stimulusOf(target) : [];
    });
    const name = attr(node, "title") ?? attr(node, "identifier") ?? path;
    gathering.question(name, () => qti2Draft(node, places.get(path) ?? "", stimulus), find);
  }
  readQti1(named("questestinterop"), gathering);
  if (parsed.some(({ node }) => hasRulesOfTest(node)))
    gathering.notes.push(sentence("exchange.noteTestRules"));
  return gathering.result();
}

function formatOf(documents: QtiDocument[]): ExchangeFormat {
  const names = documents.map(({ root }) => `${root.name} ${root.namespace}`);
  if (names.some((name) => /^qti-|v3p0/i.test(name))) return "qti-3.0";
  if (names.some((name) => /v2p2/i.test(name))) return "qti-2.2";
  return names.some((name) => /^(\w+:)?assessment/i.test(name)) ? "qti-2.1" : "qti-1.2";
}

/** Time, tries, drawing, order, weights, introductions and feedback of a test, which is more than its questions. */
function hasRulesOfTest(root: QtiNode): boolean {
  if (root.name === "assessmenttest") return rulesOfTest.some((name) => below(root, name).length > 0);
  return below(root, "assessment").some(
    (test) =>
      rulesOfTest1.some((name) => below(test, name).some(({ children }) => children.length > 0)) ||
      below(test, "fieldlabel").some((label) =>
        /^(cc_maxattempts|qmd_timelimit)$/.test(wordsOf(label).trim()),
      ),
  );
}

const rulesOfTest =
  "timelimits precondition branchrule selection ordering weight outcomeprocessing testfeedback itemsessioncontrol".split(
    " ",
  );
const rulesOfTest1 =
  "selection_ordering presentation_material rubric assessfeedback outcomes_processing".split(" ");

function stimulusOf(node: QtiNode): HtmlNode[] {
  return htmlOf((childOf(node, "stimulusbody") ?? node).nodes);
}

function resolved(from: string, href: string): string {
  return posix.normalize(posix.join(posix.dirname(from), href));
}

/** Items of a test by their path: the titles of the test and of its sections are the category. */
function placesOf(tests: { path: string; node: QtiNode }[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const { path, node } of tests) {
    const visit = (section: QtiNode, titles: string[]) => {
      for (const child of section.children) {
        if (child.name === "assessmentitemref") {
          places.set(resolved(path, attr(child, "href") ?? ""), pathOf(titles));
        } else if (child.name === "testpart") visit(child, titles);
        else if (child.name === "assessmentsection") visit(child, [...titles, attr(child, "title") ?? ""]);
      }
    };
    // Our own tests have no title of their own.
    const isOurs = attr(node, "toolName") === ownToolName;
    visit(node, isOurs ? [] : [attr(node, "title") ?? ""]);
  }
  return places;
}

type Parsed = QtiDocument & { node: QtiNode };

function readQti1(documents: Parsed[], gathering: QuestionGathering): void {
  const seen = new Set<string>();
  // Canvas writes a quiz twice; the one outside the Common Cartridge says more.
  const isFuller = ({ path }: Parsed) => path.includes("non_cc_assessments/");
  const sorted = [...documents].sort((one, other) => Number(isFuller(other)) - Number(isFuller(one)));
  for (const document of sorted) {
    const stimuli = new Map(
      below(document.node, "item")
        .filter((item) => /^text_only/.test(metadataOf(item).get("question_type") ?? ""))
        .flatMap((item): [string, QtiNode][] => {
          const presentation = childOf(item, "presentation");
          return presentation ? [[attr(item, "ident") ?? "", presentation]] : [];
        }),
    );
    const used = new Set(
      below(document.node, "item").map((item) => metadataOf(item).get("parent_stimulus_item_ident")),
    );
    const visit = (node: QtiNode, titles: string[]) => {
      for (const child of node.children) {
        const ident = attr(child, "ident") ?? "";
        if (child.name === "assessment" || child.name === "objectbank") {
          if (isFuller(document)) seen.add(ident);
          else if (seen.has(ident)) continue;
          visit(child, [...titles, attr(child, "title") ?? bankTitle(child)]);
        } else if (child.name === "section") {
          visit(child, [...titles, attr(child, "title") ?? ""]);
          noteReferences(child, gathering);
        } else if (child.name === "item") {
          // A text that others refer to is shown above them.
          if (stimuli.has(ident) && used.has(ident)) continue;
          const category = pathOf(titles);
          gathering.question(nameOf(child), () => qti1Draft(child, category, stimuli), document.find);
        }
      }
    };
    visit(document.node, []);
  }
}

function bankTitle(bank: QtiNode): string {
  const field = below(bank, "qtimetadatafield").find((one) => wordsOf(one).includes("bank_title"));
  const entry = field && childOf(field, "fieldentry");
  return entry ? wordsOf(entry).trim() : "";
}

function nameOf(item: QtiNode): string {
  return attr(item, "title") ?? attr(item, "ident") ?? "";
}

/** Questions that lie in a bank of another file. */
function noteReferences(section: QtiNode, gathering: QuestionGathering) {
  const names = [...childrenOf(section, "bankentry_item"), ...childrenOf(section, "itemref")].map(
    (reference) => attr(reference, "item_ref") ?? attr(reference, "linkrefid") ?? "",
  );
  const isDrawn = childrenOf(section, "item").length === 0 && below(section, "sourcebank_ref").length > 0;
  const drawn = isDrawn && childrenOf(section, "section").length === 0 ? [attr(section, "title") ?? ""] : [];
  for (const name of [...names, ...drawn]) gathering.leftOut(name, sentence("exchange.leftElsewhere"));
}
