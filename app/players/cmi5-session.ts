import type { Cmi5Node } from "#app/library/package-structure.ts";

import {
  cmi5Category,
  cmi5Extensions,
  type Cmi5LaunchMode,
  cmi5Verbs,
  contextTemplate,
  moveOnCategory,
} from "./cmi5-statement.ts";
import { activityIriOf, voidedVerb, type XapiStatement } from "./xapi-statement.ts";

/** A session of an AU, with what it has said so far and what the AU has said in the whole registration. */
export type Cmi5Session = {
  id: string;
  registrationId: string;
  activityIri: string;
  node: Cmi5Node;
  launchMode: Cmi5LaunchMode;
  /** Whether the AU has said anything in it. */
  hasStatements: boolean;
  /** Verbs of what was said in it in statements that cmi5 defines. */
  usedVerbs: string[];
  /** Verbs that cmi5 defines, of all sessions of this AU in the registration. */
  registrationVerbs: string[];
};

/**
 * Why an AU's statement is refused (sections 7.1, 9 and 10 of cmi5, numbers in the answers), or null. The order of
 * the questions is that of a reader who looks for the first mistake.
 */
export function whyRefused(session: Cmi5Session, statement: XapiStatement): string | null {
  return (
    faultOfAnyStatement(session, statement) ??
    faultOfOrder(session, statement) ??
    (isCmi5Defined(statement)
      ? (faultOfVerb(session, statement) ?? faultOfResult(statement) ?? faultOfScore(session, statement))
      : hasCategory(statement, moveOnCategory)
        ? "only statements that cmi5 defines may have the moveOn category (9.6.2.2)"
        : null)
  );
}

/** Whether it is one of the statements that cmi5 itself defines; any other is only allowed. */
export function isCmi5Defined(statement: XapiStatement): boolean {
  return hasCategory(statement, cmi5Category);
}

function hasCategory({ context }: XapiStatement, id: string): boolean {
  return context?.contextActivities?.category?.some((activity) => activity.id === id) ?? false;
}

function faultOfAnyStatement(
  session: Cmi5Session,
  { id, verb, context, timestamp }: XapiStatement,
): string | null {
  if (id === undefined) return "a statement must have an id (9.1)";
  if (verb.id === voidedVerb) return "an AU may not void statements (6.3)";
  if (timestamp === undefined) return "a statement must have a timestamp (9.7)";
  if (!/(?:Z|[+-]00:?00)$/i.test(timestamp)) return "a timestamp must be in UTC (9.7)";
  if (context?.registration?.toLowerCase() !== session.registrationId) {
    return "context.registration must be the registration of the launch (9.6.1)";
  }
  if (context.extensions?.[cmi5Extensions.sessionId] !== session.id) {
    return "the context must have the session id of the launch (9.6.3.1)";
  }
  const groups = context.contextActivities?.grouping ?? [];
  const asked = contextTemplate(session.node, session.id).contextActivities.grouping;
  return asked.every(({ id }) => groups.some((group) => group.id === id))
    ? null
    : "context.contextActivities.grouping must have the publisher's activity of the context template (10.2.1)";
}

function faultOfOrder({ hasStatements, usedVerbs }: Cmi5Session, statement: XapiStatement): string | null {
  const isInitialized = isCmi5Defined(statement) && statement.verb.id === cmi5Verbs.initialized;
  if (!hasStatements && !isInitialized) return "the first statement of a session must be Initialized (9.3.2)";
  if (usedVerbs.includes(cmi5Verbs.abandoned)) return "the session was abandoned (9.3.6)";
  return usedVerbs.includes(cmi5Verbs.terminated) ? "nothing may follow Terminated (9.3.8)" : null;
}

const ofTheAu: string[] = [
  cmi5Verbs.initialized,
  cmi5Verbs.completed,
  cmi5Verbs.passed,
  cmi5Verbs.failed,
  cmi5Verbs.terminated,
];
const judgements: string[] = [cmi5Verbs.passed, cmi5Verbs.failed];
const ofMoveOn: string[] = [cmi5Verbs.completed, ...judgements];

function faultOfVerb(session: Cmi5Session, { verb, object }: XapiStatement): string | null {
  const { usedVerbs, registrationVerbs } = session;
  if (!ofTheAu.includes(verb.id))
    return "this verb is not one that an AU may use in a statement of cmi5 (9.3)";
  if (activityIriOf(object) !== session.activityIri)
    return "the object must be the activity of the launch (9.4)";
  if (session.launchMode !== "Normal" && ofMoveOn.includes(verb.id)) {
    return `nothing may be completed, passed or failed in launch mode ${session.launchMode} (10.2.2)`;
  }
  if (usedVerbs.includes(verb.id)) return "the verb was used in this session already (9.3)";
  if (judgements.includes(verb.id) && usedVerbs.some((used) => judgements.includes(used))) {
    return "a session may be judged once, passed or failed (9.3)";
  }
  if (verb.id === cmi5Verbs.completed && registrationVerbs.includes(verb.id)) {
    return "the AU was completed in this registration already (9.3.3)";
  }
  return judgements.includes(verb.id) && registrationVerbs.includes(cmi5Verbs.passed)
    ? "the AU was passed in this registration already (9.3.4, 9.3.5)"
    : null;
}

function faultOfResult(statement: XapiStatement): string | null {
  const { verb, result } = statement;
  const success = { [cmi5Verbs.passed]: true, [cmi5Verbs.failed]: false }[verb.id];
  const completion = { [cmi5Verbs.completed]: true }[verb.id];
  if (result?.success !== success)
    return `result.success must be ${success ?? "absent"} with this verb (9.5.2)`;
  if (result?.completion !== completion) {
    return `result.completion must be ${completion ?? "absent"} with this verb (9.5.3)`;
  }
  if (verb.id !== cmi5Verbs.initialized && result?.duration === undefined) {
    return "result.duration must be given with this verb (9.5.4)";
  }
  const isOfMoveOn = ofMoveOn.includes(verb.id);
  return hasCategory(statement, moveOnCategory) === isOfMoveOn
    ? null
    : `the moveOn category must ${isOfMoveOn ? "" : "not "}be given with this verb (9.6.2.2)`;
}

function faultOfScore({ node }: Cmi5Session, { verb, result, context }: XapiStatement): string | null {
  const score = result?.score;
  if (!score) return null;
  if (!judgements.includes(verb.id)) return "only passed and failed may have a score (9.5.1)";
  if (score.raw !== undefined && (score.min === undefined || score.max === undefined)) {
    return "a raw score needs min and max (9.5.1)";
  }
  const mastery = node.masteryScore;
  if (mastery === null || score.scaled === undefined) return null;
  if (context?.extensions?.[cmi5Extensions.masteryScore] !== mastery) {
    return "the context must have the mastery score of the launch (9.6.3.2)";
  }
  const isReached = score.scaled >= mastery;
  return isReached === (verb.id === cmi5Verbs.passed)
    ? null
    : `a scaled score of ${score.scaled} with a mastery score of ${mastery} is ${isReached ? "passed" : "failed"} (9.3.4, 9.3.5)`;
}
