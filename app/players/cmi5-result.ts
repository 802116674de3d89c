import type { Cmi5Node } from "#app/library/package-structure.ts";

import { isCmi5Defined } from "./cmi5-session.ts";
import { cmi5Verbs } from "./cmi5-statement.ts";
import type { TimelessResult } from "./scorm-result.ts";
import { activityIriOf, type XapiStatement } from "./xapi-statement.ts";

/** The IRI by which statements name a node, by its key. */
export type IriOf = (key: string) => string;

/**
 * What the statements of a registration say of a node (cmi5, 10.2.5 and 9.3.9). An AU is completed and passed as it
 * says itself; a block is completed when all in it have met what moves on.
 */
export function cmi5Result(node: Cmi5Node, statements: XapiStatement[], iriOf: IriOf): TimelessResult {
  if (node.kind === "block") return rollUp(node.children, statements, iriOf);
  const iri = iriOf(node.key);
  const own = statements.filter(
    (statement) => isCmi5Defined(statement) && activityIriOf(statement.object) === iri,
  );
  const last = (...verbs: string[]) => own.findLast(({ verb }) => verbs.includes(verb.id));
  const passed = last(cmi5Verbs.passed);
  const judged = passed ?? last(cmi5Verbs.failed);
  const { scaled = null, raw = null, min = null, max = null } = judged?.result?.score ?? {};
  return {
    completion: last(cmi5Verbs.completed)
      ? "completed"
      : last(cmi5Verbs.initialized)
        ? "incomplete"
        : "not attempted",
    success: passed ? "passed" : judged ? "failed" : "unknown",
    scaled,
    raw,
    min,
    max,
  };
}

/** Several nodes together: of a block, or of the whole course. Scores of AUs are not added up; cmi5 knows no such sum. */
export function rollUp(nodes: Cmi5Node[], statements: XapiStatement[], iriOf: IriOf): TimelessResult {
  const results = nodes.map((node) => cmi5Result(node, statements, iriOf));
  const isBegun = results.some(({ completion }) => completion !== "not attempted");
  const isSatisfied = nodes.every((node) => hasMovedOn(node, statements, iriOf));
  const judged = results.filter(({ success }) => success !== "unknown");
  const only = nodes.length === 1 ? results[0] : undefined;
  return {
    completion: !isBegun ? "not attempted" : isSatisfied ? "completed" : "incomplete",
    success: judged.some(({ success }) => success === "failed")
      ? "failed"
      : judged.length > 0 && isSatisfied
        ? "passed"
        : "unknown",
    scaled: only?.scaled ?? null,
    raw: only?.raw ?? null,
    min: only?.min ?? null,
    max: only?.max ?? null,
  };
}

/** Whether a node has met its moveOn rule; a block when all in it have. */
export function hasMovedOn(node: Cmi5Node, statements: XapiStatement[], iriOf: IriOf): boolean {
  if (node.kind === "block") return node.children.every((child) => hasMovedOn(child, statements, iriOf));
  const { completion, success } = cmi5Result(node, statements, iriOf);
  const isCompleted = completion === "completed";
  const isPassed = success === "passed";
  return {
    Passed: isPassed,
    Completed: isCompleted,
    CompletedAndPassed: isCompleted && isPassed,
    CompletedOrPassed: isCompleted || isPassed,
    NotApplicable: true,
  }[node.moveOn];
}
