/** An answer to a question inside a package, as the package reported it. */
export type Interaction = {
  /** Id of the activity inside the package. */
  activity: string;
  id: string;
  type: string;
  /** What was asked, where the package says so. */
  description: string;
  response: string;
  /** Null when the package does not judge it. */
  isRight: boolean | null;
  /** Right answers, in the notation of the standard. */
  expected: string[];
};

type Value = { activity: string; element: string; value: string };

const element = /^cmi\.interactions\.(\d+)\.(.+)$/;

/**
 * The interactions among the values of an attempt, in the order in which they were reported. A package that keeps a
 * journal reports a question again under a new number: its last answer is the one.
 */
export function interactionsOf(values: Value[]): Interaction[] {
  const rows = new Map<string, { activity: string; index: number; fields: Map<string, string> }>();
  for (const { activity, element: name, value } of values) {
    const [, index, field] = element.exec(name) ?? [];
    if (index === undefined || field === undefined) continue;
    const key = `${activity}\n${index}`;
    const row = rows.get(key) ?? { activity, index: Number(index), fields: new Map<string, string>() };
    row.fields.set(field, value);
    rows.set(key, row);
  }
  const byId = new Map<string, Interaction>();
  for (const { activity, fields } of [...rows.values()].sort((a, b) => a.index - b.index)) {
    const id = fields.get("id");
    if (!id) continue;
    byId.set(`${activity}\n${id}`, {
      activity,
      id,
      type: fields.get("type") ?? "",
      description: fields.get("description") ?? "",
      // SCORM 2004 and 1.2.
      response: fields.get("learner_response") ?? fields.get("student_response") ?? "",
      isRight: judgement(fields.get("result")),
      expected: [...fields].flatMap(([name, value]) =>
        /^correct_responses\.\d+\.pattern$/.test(name) ? [value] : [],
      ),
    });
  }
  return [...byId.values()];
}

/** correct, incorrect (2004), wrong (1.2); neutral, unanticipated and a number say nothing of right or wrong. */
function judgement(result: string | undefined): boolean | null {
  if (result === "correct") return true;
  return result === "incorrect" || result === "wrong" ? false : null;
}

/** As much of an xAPI statement as is read here. */
type AnsweredStatement = {
  object?: {
    id?: string;
    definition?: {
      interactionType?: string;
      description?: Record<string, string>;
      name?: Record<string, string>;
      correctResponsesPattern?: string[];
    };
  };
  result?: { response?: string; success?: boolean };
};

/** The interactions among statements with the verb "answered", first stored first; the last answer is the one. */
export function interactionsIn(statements: unknown[]): Interaction[] {
  const byId = new Map<string, Interaction>();
  for (const { object, result } of statements as AnsweredStatement[]) {
    if (!object?.id || !object.definition?.interactionType) continue;
    const { interactionType, description, name, correctResponsesPattern } = object.definition;
    const asked = Object.values(description ?? {})[0] ?? Object.values(name ?? {})[0] ?? "";
    byId.set(object.id, {
      activity: "",
      id: object.id,
      type: interactionType,
      description: withoutMarkup(asked),
      response: result?.response ?? "",
      isRight: result?.success ?? null,
      expected: correctResponsesPattern ?? [],
    });
  }
  return [...byId.values()];
}

function withoutMarkup(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,:;?!])/g, "")
    .trim();
}
