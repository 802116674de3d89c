/** Columns of a table of questions, by the names that a first line may have. */
export const columns = {
  type: ["type", "тип", "tip", "врста", "vrsta"],
  key: ["key", "id", "ознака", "oznaka"],
  category: ["category", "категорија", "kategorija"],
  question: ["question", "питање", "pitanje"],
  context: ["context", "situation", "ситуација", "situacija"],
  answer: ["answer", "right answer", "correct", "тачан одговор", "одговор", "tačan odgovor", "odgovor"],
  explanation: ["explanation", "why", "објашњење", "objašnjenje"],
  points: ["points", "бодови", "поени", "bodovi", "poeni"],
  tags: ["tags", "ознаке", "oznake"],
  tolerance: ["tolerance", "одступање", "odstupanje"],
  unit: ["unit", "јединица", "jedinica"],
  difficulty: ["difficulty", "тежина", "težina"],
} as const;

export type Column = keyof typeof columns;

const optionName = /^(?:option|опција|opcija|понуђено|ponuđeno)?\s*([a-h]|[1-8])$/;

/** Where each column is, and those of the options in their order; null when it is no table of questions. */
export function columnsOf(header: string[]): { at: Map<Column, number>; options: number[] } | null {
  const names = header.map((name) => name.trim().toLowerCase());
  const at = new Map<Column, number>();
  for (const [column, known] of Object.entries(columns) as [Column, readonly string[]][]) {
    const index = names.findIndex((name) => known.includes(name));
    if (index >= 0) at.set(column, index);
  }
  const options = names.flatMap((name, index) => (optionName.test(name) ? [index] : []));
  return at.has("question") && at.has("answer") ? { at, options } : null;
}
