import { attribute, childNamed, everyElement, type XmlElement } from "#app/library/xml-document.ts";

/**
 * A question as a course's backup has it (questions.xml), written as the export has it, so that one reader reads both.
 * Texts carry `filearea` and `itemid`, by which their files are found.
 */
export function exportedQuestion(
  question: XmlElement,
  part: (id: string) => XmlElement | undefined,
  { isHidden, idNumber }: { isHidden: boolean; idNumber: string },
): XmlElement {
  const id = attribute(question, "id") ?? "";
  const type = said(question, "qtype") ?? "";
  const plugin = question.children.find(({ name }) => name.startsWith("plugin_qtype_")) ?? question;
  const text = (name: string, area: string, owner = question) =>
    element(name, textAttributes(owner, `${area}format`, area, id), [
      element("text", {}, [], said(owner, area) ?? ""),
    ]);
  const settings = settingsOf(plugin);
  const questionText = text("questiontext", "questiontext");
  return element("question", { type }, [
    element("name", {}, [element("text", {}, [], said(question, "name") ?? "")]),
    type === "multianswer" ? withParts(questionText, plugin, part) : questionText,
    text("generalfeedback", "generalfeedback"),
    value("defaultgrade", said(question, "defaultmark") ?? said(question, "defaultgrade") ?? "1"),
    value("penalty", said(question, "penalty") ?? "0"),
    value("hidden", isHidden ? "1" : (said(question, "hidden") ?? "0")),
    value("idnumber", idNumber || (said(question, "idnumber") ?? "")),
    element("tags", {}, tagsOf(question)),
    ...["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback", "graderinfo", "responsetemplate"]
      .filter((name) => settings.some((owner) => said(owner, name)))
      .map((name) =>
        text(
          name,
          name,
          settings.find((owner) => said(owner, name)),
        ),
      ),
    ...plainSettings.flatMap((name) =>
      settings
        .flatMap((owner) => said(owner, name) ?? [])
        .slice(0, 1)
        .map((given) => value(name, given)),
    ),
    // The export has this one without a value, and only where it is chosen.
    ...(settings.some((owner) => said(owner, "shownumcorrect") === "1") ? [value("shownumcorrect", "")] : []),
    ...answersOf(plugin, type),
    ...unitsOf(plugin),
    ...everyNamed(question, "question_hint").map((hint) =>
      element("hint", {}, [element("text", {}, [], said(hint, "hint") ?? "")]),
    ),
  ]);
}

/** Settings of the types that are written alike in both. */
const plainSettings = [
  "single",
  "shuffleanswers",
  "answernumbering",
  "showstandardinstruction",
  "usecase",
  "unitgradingtype",
  "unitpenalty",
  "unitsleft",
  "responseformat",
  "responsefieldlines",
  "attachments",
  "minwordlimit",
  "maxwordlimit",
  "maxbytes",
  "filetypeslist",
  "layouttype",
  "selecttype",
  "gradingtype",
  "numberingstyle",
];

/** The settings of a type stand in an element of its name, those of numbers with units in a list. */
function settingsOf(plugin: XmlElement): XmlElement[] {
  return [...plugin.children, ...everyNamed(plugin, "numerical_option")];
}

function answersOf(plugin: XmlElement, type: string): XmlElement[] {
  if (type === "match" || type === "ddmatch" || type === "matching") {
    return everyNamed(plugin, "match").map((match) => {
      const id = attribute(match, "id") ?? "";
      const isFormatted = said(match, "answertextformat") ?? said(match, "answerformat");
      return element("subquestion", textAttributes(match, "questiontextformat", "subquestion", id), [
        element("text", {}, [], said(match, "questiontext") ?? ""),
        element("answer", isFormatted ? { format: formatOf(isFormatted) } : {}, [
          element("text", {}, [], said(match, "answertext") ?? ""),
        ]),
      ]);
    });
  }
  const answers = everyNamed(plugin, "answer").filter((answer) => attribute(answer, "id") !== null);
  if (type === "gapselect" || type === "ddwtos") {
    return answers.map((answer) =>
      element(type === "gapselect" ? "selectoption" : "dragbox", {}, [
        element("text", {}, [], said(answer, "answertext") ?? ""),
        value("group", groupOf(said(answer, "feedback") ?? "")),
      ]),
    );
  }
  return answers.map((answer) => answerOf(answer, plugin, type));
}

function answerOf(answer: XmlElement, plugin: XmlElement, type: string): XmlElement {
  const id = attribute(answer, "id") ?? "";
  const tolerance = everyNamed(plugin, "numerical_record").find((record) => said(record, "answer") === id);
  return element(
    "answer",
    {
      ...textAttributes(answer, "answerformat", "answer", id),
      fraction: String(100 * Number(said(answer, "fraction") ?? 0)),
    },
    [
      element(
        "text",
        {},
        [],
        type === "truefalse" ? truthOf(answer, plugin) : (said(answer, "answertext") ?? ""),
      ),
      element("feedback", textAttributes(answer, "feedbackformat", "answerfeedback", id), [
        element("text", {}, [], said(answer, "feedback") ?? ""),
      ]),
      ...(tolerance ? [value("tolerance", said(tolerance, "tolerance") ?? "0")] : []),
    ],
  );
}

/** The answers' words are in the site's language. */
function truthOf(answer: XmlElement, plugin: XmlElement): string {
  const key = everyNamed(plugin, "truefalse")[0];
  const id = attribute(answer, "id");
  if (key && said(key, "trueanswer") === id) return "true";
  return key && said(key, "falseanswer") === id ? "false" : (said(answer, "answertext") ?? "");
}

/** A number, or an object that PHP has serialised. */
function groupOf(feedback: string): string {
  return /draggroup";(?:i:|s:\d+:")(\d+)/.exec(feedback)?.[1] ?? (/^\d+$/.test(feedback) ? feedback : "1");
}

function unitsOf(plugin: XmlElement): XmlElement[] {
  const units = everyNamed(plugin, "numerical_unit").map((unit) =>
    element("unit", {}, [
      value("multiplier", said(unit, "multiplier") ?? "1"),
      value("unit_name", said(unit, "unit") ?? ""),
    ]),
  );
  return units.length > 0 ? [element("units", {}, units)] : [];
}

function tagsOf(question: XmlElement): XmlElement[] {
  return everyNamed(question, "tag").map((tag) =>
    element("tag", {}, [element("text", {}, [], said(tag, "name") ?? said(tag, "rawname") ?? "")]),
  );
}

/** {#1} in the text stands for the first of the questions that are its gaps; their texts are the gaps as written. */
function withParts(
  written: XmlElement,
  plugin: XmlElement,
  part: (id: string) => XmlElement | undefined,
): XmlElement {
  const sequence = said(everyNamed(plugin, "multianswer")[0] ?? plugin, "sequence") ?? "";
  const gaps = sequence.split(",").map((id) => part(id.trim()));
  const text = (childNamed(written, "text")?.text ?? "").replace(/\{#(\d+)\}/g, (mark, place: string) => {
    const gap = gaps[Number(place) - 1];
    return (gap && said(gap, "questiontext")) ?? mark;
  });
  return { ...written, children: [element("text", {}, [], text)] };
}

/** The text of a child; backups write what is nothing as $@NULL@$. */
export function said(owner: XmlElement, name: string): string | null {
  const text = childNamed(owner, name)?.text.trim() ?? "";
  return text === "" || text === "$@NULL@$" ? null : text;
}

/** At any depth. */
export function everyNamed(owner: XmlElement, name: string): XmlElement[] {
  return everyElement(owner).filter((one) => one !== owner && one.name === name);
}

function textAttributes(
  owner: XmlElement,
  format: string,
  area: string,
  itemId: string,
): Record<string, string> {
  return { format: formatOf(said(owner, format) ?? "1"), filearea: area, itemid: itemId };
}

/** Moodle's numbers of text formats. */
export function formatOf(number: string): string {
  return { "0": "moodle_auto_format", "2": "plain_text", "4": "markdown" }[number] ?? "html";
}

function value(name: string, text: string): XmlElement {
  return element(name, {}, [], text);
}

function element(
  name: string,
  attributes: Record<string, string>,
  children: XmlElement[],
  text = "",
): XmlElement {
  return {
    name,
    family: "",
    namespace: "",
    attributes: new Map(Object.entries(attributes)),
    children,
    text,
    nodes: [],
  };
}
