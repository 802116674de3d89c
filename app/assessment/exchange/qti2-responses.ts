import type { DraftNumber, DraftTyped } from "./draft.ts";
import { attr, below, childOf, childrenOf, numberAttr, type QtiNode, valueOf } from "./qti-node.ts";

/** What is right, of one responseDeclaration (QTI 2.x "Response Processing" and its templates; the same in 3.0). */
export type QtiResponse = {
  baseType: string;
  cardinality: string;
  correct: string[];
  mapping: { key: string; value: number; isCaseSensitive: boolean }[];
  /** Most that the mapping gives. */
  most: number;
  /** Whether the item scores by the mapping rather than by the right answer. */
  isMapped: boolean;
  /** Of an `equal` in the item's own processing. */
  tolerance: { value: number; kind: "absolute" | "relative" } | null;
  /** Points that the item's own processing adds for it. */
  added: number | null;
  /** Of a `stringMatch` in the item's own processing. */
  ignoresCase: boolean;
  /** Texts or numbers that the item's own processing compares with, beside the right answer. */
  compared: string[];
};

export function responsesOf(item: QtiNode): Map<string, QtiResponse> {
  const processing = childOf(item, "responseprocessing");
  return new Map(
    childrenOf(item, "responsedeclaration").map((declaration) => {
      const id = attr(declaration, "identifier") ?? "";
      return [id, responseOf(declaration, id, processing)];
    }),
  );
}

function responseOf(declaration: QtiNode, id: string, processing: QtiNode | undefined): QtiResponse {
  const mappingNode = childOf(declaration, "mapping");
  const mapping = (mappingNode ? childrenOf(mappingNode, "mapentry") : []).map((entry) => ({
    key: attr(entry, "mapKey") ?? "",
    value: numberAttr(entry, "mappedValue") ?? 0,
    isCaseSensitive: attr(entry, "caseSensitive") !== "false",
  }));
  const cardinality = attr(declaration, "cardinality") ?? "single";
  const positive = mapping.map(({ value }) => value).filter((value) => value > 0);
  const sum = positive.reduce((total, value) => total + value, 0);
  const reachable = cardinality === "single" ? Math.max(0, ...positive) : sum;
  const correctNode = childOf(declaration, "correctresponse");
  const correct = (correctNode ? childrenOf(correctNode, "value") : []).map(valueOf);
  return {
    baseType: attr(declaration, "baseType") ?? "identifier",
    cardinality,
    correct,
    mapping,
    most: (mappingNode && numberAttr(mappingNode, "upperBound")) ?? reachable,
    isMapped: mapping.length > 0 && (correct.length === 0 || usesMapping(processing, id)),
    ...comparedBy(processing, id),
  };
}

function usesMapping(processing: QtiNode | undefined, id: string): boolean {
  const template = (processing && attr(processing, "template")) ?? "";
  if (template !== "") return !/match_correct/i.test(template);
  if (!processing || processing.children.length === 0) return true;
  return below(processing, "mapresponse").some((node) => attr(node, "identifier") === id);
}

/** What `match`, `stringMatch`, `equal`, `equalRounded` and bounds compare this response with. */
function comparedBy(
  processing: QtiNode | undefined,
  id: string,
): Pick<QtiResponse, "tolerance" | "compared" | "ignoresCase" | "added"> {
  const comparing = (names: string[]) =>
    names
      .flatMap((name) => (processing ? below(processing, name) : []))
      .filter((node) => childrenOf(node, "variable").some((variable) => attr(variable, "identifier") === id));
  const values = (nodes: QtiNode[]) => nodes.flatMap((node) => childrenOf(node, "basevalue").map(valueOf));
  const comparisons = comparing(["match", "stringmatch", "equal", "equalrounded"]);
  const bounds = { low: values(comparing(["gte", "gt"]))[0], high: values(comparing(["lte", "lt"]))[0] };
  return {
    compared: values(comparisons),
    tolerance:
      comparisons.map(toleranceOf).find((tolerance) => tolerance !== null) ?? toleranceWithin(bounds),
    added: processing ? addedFor(processing, id) : null,
    ignoresCase: comparing(["stringmatch"]).some((node) => attr(node, "caseSensitive") === "false"),
  };
}

function addedFor(processing: QtiNode, id: string): number | null {
  const branch = below(processing, "responseif").find((node) =>
    below(node, "variable").some((variable) => attr(variable, "identifier") === id),
  );
  const sum = branch && below(branch, "sum")[0];
  const value = sum && childOf(sum, "basevalue");
  return value && Number(valueOf(value)) > 0 ? Number(valueOf(value)) : null;
}

/** Half of what lies between two bounds: the right answer lies in the middle. */
function toleranceWithin({ low, high }: { low?: string; high?: string }): QtiResponse["tolerance"] {
  const value = (Number(high ?? Number.NaN) - Number(low ?? Number.NaN)) / 2;
  return value >= 0 ? { kind: "absolute", value } : null;
}

function toleranceOf(node: QtiNode): QtiResponse["tolerance"] {
  const figures = numberAttr(node, "figures");
  if (node.name === "equalrounded" && figures !== null && attr(node, "roundingMode") === "decimalPlaces") {
    return { kind: "absolute", value: 0.5 * 10 ** -figures };
  }
  const mode = attr(node, "toleranceMode");
  const given = Math.max(
    ...(attr(node, "tolerance") ?? "").split(/\s+/).map(Number).filter(Number.isFinite),
    0,
  );
  if (mode === "absolute") return { kind: "absolute", value: given };
  // In percent of the right answer.
  return mode === "relative" ? { kind: "relative", value: given / 100 } : null;
}

/** What a key is worth, in percent of the most that can be had. */
export function percentOf(response: QtiResponse, key: string): number {
  if (!response.isMapped)
    return keysOf(response).includes(key)
      ? 100 / (response.cardinality === "single" ? 1 : keysOf(response).length)
      : 0;
  const value = response.mapping.find((entry) => entry.key === key)?.value ?? 0;
  return response.most > 0 ? (100 * value) / response.most : 0;
}

/** The right answer: as declared, or what the item compares with. */
export function keysOf({ correct, compared, mapping }: QtiResponse): string[] {
  if (correct.length > 0) return correct;
  if (compared.length > 0) return [...new Set(compared)];
  return mapping.filter(({ value }) => value > 0).map(({ key }) => key);
}

export function typedOf(response: QtiResponse): DraftTyped {
  if (response.isMapped) {
    return {
      accepted: response.mapping.map(({ key }) => ({ text: key, percent: percentOf(response, key) })),
      isCaseSensitive: response.mapping.some(({ value, isCaseSensitive }) => value > 0 && isCaseSensitive),
      wildcards: false,
    };
  }
  const texts = [...new Set([...response.correct, ...response.compared])];
  return {
    accepted: texts.map((text) => ({ text, percent: 100 })),
    isCaseSensitive: !response.ignoresCase,
    wildcards: false,
  };
}

export function numbersOf(response: QtiResponse): DraftNumber[] {
  const tolerance = response.tolerance ?? { kind: "absolute" as const, value: 0 };
  const keys = response.isMapped ? response.mapping.map(({ key }) => key) : keysOf(response).slice(0, 1);
  return keys.map((key) => ({
    value: Number(key.replace(",", ".")),
    tolerance: tolerance.value,
    toleranceKind: tolerance.kind,
    percent: response.isMapped ? percentOf(response, key) : 100,
  }));
}

export const isNumber = ({ baseType }: QtiResponse) => /^(float|integer)$/.test(baseType);
