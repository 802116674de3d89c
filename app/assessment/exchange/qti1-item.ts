import type { Draft, DraftAsked } from "./draft.ts";
import { sentence } from "./exchange.ts";
import { leaveOut } from "./left-out.ts";
import { attr, below, childOf, type QtiNode, requireModest, valueOf } from "./qti-node.ts";
import { conditionsOf, generalFeedback, mostOf, type Qti1Condition } from "./qti1-conditions.ts";
import {
  bracketGaps,
  choice,
  matching,
  numeric,
  order,
  type Qti1Asked,
  type Qti1Parts,
  short,
  textGaps,
} from "./qti1-types.ts";
import { fileKindsOf } from "./moodle-types.ts";
import { feedbackOf, metadataOf, ownTree, presentedTree } from "./qti1-texts.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";

/** An item of QTI 1.2 (IMS ASI), also as Canvas and Common Cartridge write it. `stimuli`: texts items refer to. */
export function qti1Draft(item: QtiNode, category: string, stimuli: ReadonlyMap<string, QtiNode>): Draft {
  requireModest(item);
  const metadata = metadataOf(item);
  const presentation = childOf(item, "presentation");
  if (!presentation) return leaveOut("exchange.leftEmpty");
  const conditions = conditionsOf(item);
  const feedback = feedbackOf(item);
  const { asked, stem } = askedOf({ presentation, metadata, conditions, feedback });
  const stimulus = stimuli.get(metadata.get("parent_stimulus_item_ident") ?? "");
  const points = Number(
    metadata.get("points_possible") ?? metadata.get("cc_weighting") ?? statedPoints(item, conditions),
  );
  return {
    name: attr(item, "title") ?? "",
    key: attr(item, "ident") ?? undefined,
    category,
    stem: [...(stimulus ? presentedTree(stimulus, () => []) : []), ...stem],
    why: whyOf(feedback, conditions),
    points: Number.isFinite(points) && points > 0 ? points : 1,
    tags: [],
    isRetired: false,
    lost: hasOtherFeedback(feedback) ? [sentence("exchange.noteOtherFeedback")] : [],
    asked,
  };
}

/** Of items without metadata; a hundred is a percentage. */
function statedPoints(item: QtiNode, conditions: Qti1Condition[]): number {
  const stated = below(item, "qmd_absolutescore_max").map((node) => Number(valueOf(node)))[0] ?? mostOf(item);
  const set = Math.max(0, ...conditions.filter(({ isAdded }) => !isAdded).map(({ points }) => points ?? 0));
  const points = stated ?? set;
  return points > 0 && points !== 100 ? points : 1;
}

/** Feedback for every wrong answer has no place. */
function hasOtherFeedback(feedback: Map<string, HtmlNode[]>): boolean {
  return [...feedback].some(([id, nodes]) => /incorrect/i.test(id) && nodes.length > 0);
}

function askedOf(parts: Qti1Parts): Qti1Asked {
  const { presentation, metadata, conditions } = parts;
  const type = metadata.get("question_type") ?? metadata.get("cc_profile") ?? "";
  const responses = below(presentation, "response_lid");
  const entries = [...below(presentation, "response_str"), ...below(presentation, "response_num")];
  const [first] = responses;
  // A single response may hold the question's text itself.
  const isOnly = responses.length + entries.length === 1;
  const stem = presentedTree(presentation, (response) => (isOnly ? ownTree(response) : []));
  const plain = (asked: DraftAsked): Qti1Asked => ({ asked, stem });
  if (/^text_only/.test(type)) return leaveOut("exchange.leftDescription");
  if (/^(calculated|formula)/.test(type)) return leaveOut("exchange.leftCalculated");
  if (/^file_upload/.test(type)) {
    return plain({
      kind: "file",
      accept: fileKindsOf(attr(presentation, "allowed_types") ?? ""),
      guidance: [],
    });
  }
  if (below(presentation, "response_xy").length > 0) return leaveOut("exchange.leftNoWrongRegion");
  if (/^(fill_in_multiple_blanks|multiple_dropdowns)/.test(type)) return bracketGaps(parts, responses);
  if (/essay/.test(type)) return plain({ kind: "essay", guidance: [] });
  if (/^(matching|categorization)/.test(type)) return plain(matching(responses, conditions));
  if (first && responses.length === 1 && entries.length === 0) {
    const isOrdered = /^ordered$/i.test(attr(first, "rcardinality") ?? "") || /^ordering/.test(type);
    return plain(isOrdered ? order(first, conditions) : choice(first, parts));
  }
  if (responses.length > 1 && entries.length === 0) return plain(matching(responses, conditions));
  if (responses.length > 0)
    return leaveOut("exchange.leftSeveral", { count: responses.length + entries.length });
  if (entries.length > 1) return textGaps(parts, entries);
  const [entry] = entries;
  if (!entry) return leaveOut("exchange.leftNoQuestion");
  const render = childOf(entry, "render_fib");
  const isNumber =
    /^numerical/.test(type) ||
    entry.name === "response_num" ||
    /^(decimal|integer|scientific)$/i.test((render && attr(render, "fibtype")) ?? "");
  if (isNumber) return plain(numeric(conditions));
  const hasKey = conditions.some(({ equals, points }) => equals.length > 0 && (points ?? 0) > 0);
  return plain(hasKey ? short(entry, conditions) : { kind: "essay", guidance: [] });
}

/** Explanations for all; those of a single answer are the answer's, those for any wrong one have no place. */
function whyOf(feedback: Map<string, HtmlNode[]>, conditions: Qti1Condition[]): HtmlNode[][] {
  const ofAnswers = new Set(
    conditions.flatMap(({ equals, feedback: shown }) =>
      equals.length === 1 ? shown.filter((id) => !generalFeedback.test(id)) : [],
    ),
  );
  return [...feedback]
    .filter(([id]) => !ofAnswers.has(id) && !/incorrect/i.test(id))
    .map(([, nodes]) => nodes);
}
