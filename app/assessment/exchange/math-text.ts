import type { HtmlNode } from "#app/platform/html-tree.ts";

const raised: Record<string, string> = Object.fromEntries(
  [..."0123456789+-=()n"].map((sign, index) => [sign, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"][index] ?? sign]),
);
const lowered: Record<string, string> = Object.fromEntries(
  [..."0123456789+-=()"].map((sign, index) => [sign, [..."₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"][index] ?? sign]),
);

/** "2" above the line is "²"; what has no such letter is "^(abc)". */
export function superscript(text: string): string {
  return shifted(text, raised, "^");
}

export function subscript(text: string): string {
  return shifted(text, lowered, "_");
}

function shifted(text: string, letters: Record<string, string>, sign: string) {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  if ([...trimmed].every((letter) => letters[letter]))
    return [...trimmed].map((letter) => letters[letter]).join("");
  return trimmed.length === 1 ? `${sign}${trimmed}` : `${sign}(${trimmed})`;
}

/** A formula in MathML as a line of text: "1/6", "x²", "√(a+b)". */
export function mathText(node: HtmlNode): string {
  if (node.type === "text") return (node.value ?? "").trim();
  const parts = (node.children ?? [])
    .filter(({ type, value }) => type === "element" || value?.trim())
    .map(mathText);
  const [first = "", second = "", third = ""] = parts;
  switch (node.tagName) {
    case "mfrac":
      return `${grouped(first)}/${grouped(second)}`;
    case "msup":
      return first + superscript(second);
    case "msub":
      return first + subscript(second);
    case "msubsup":
      return first + subscript(second) + superscript(third);
    case "msqrt":
      return `√${grouped(parts.join(""))}`;
    case "mroot":
      return `${superscript(second)}√${grouped(first)}`;
    case "mfenced":
      return `(${parts.join(", ")})`;
    case "semantics":
      return first;
    case "annotation":
    case "annotation-xml":
      return "";
    default:
      return parts.join("");
  }
}

function grouped(text: string) {
  return /^[\p{L}\p{N}.,]+$/u.test(text) ? text : `(${text})`;
}
