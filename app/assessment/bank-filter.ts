import { difficulties, type QuestionType, questionTypes } from "#app/library/question-format.ts";
import { type Language, writtenLanguages } from "#app/platform/languages.ts";

/** What is looked for in a bank; empty or null does not filter. */
export type BankFilter = {
  search: string;
  /** Those in categories inside it too. */
  category: string;
  tag: string;
  lesson: string;
  difficulty: (typeof difficulties)[number] | null;
  type: QuestionType | null;
  mark: "critical" | "recheck" | null;
  state: "active" | "retired" | "all";
  use: "used" | "unused" | null;
  /** Not complete in this language. */
  incomplete: Language | null;
  page: number;
};

/** The filter in an address; what is not understood does not filter. */
export function readBankFilter(query: URLSearchParams): BankFilter {
  const text = (name: string, longest: number) => query.get(name)?.trim().slice(0, longest) ?? "";
  const one = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === query.get(name)) ?? null;
  return {
    search: text("search", 200),
    category: text("category", 500),
    tag: text("tag", 100),
    lesson: text("lesson", 100),
    difficulty: one("difficulty", difficulties),
    type: one("type", questionTypes),
    mark: one("mark", ["critical", "recheck"]),
    state: one("state", ["active", "retired", "all"]) ?? "active",
    use: one("use", ["used", "unused"]),
    incomplete: one("incomplete", writtenLanguages),
    page: Math.max(1, Math.trunc(Number(query.get("page") ?? 1)) || 1),
  };
}

/** The opposite of `readBankFilter`: "?…", or nothing. */
export function bankFilterQuery(filter: BankFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    const isDefault =
      value === null ||
      value === "" ||
      (name === "state" && value === "active") ||
      (name === "page" && value === 1);
    if (!isDefault) query.set(name, String(value));
  }
  return query.size > 0 ? `?${query}` : "";
}

/** Whether anything but the usual is looked for. */
export function isFiltered(filter: BankFilter): boolean {
  return bankFilterQuery({ ...filter, page: 1 }) !== "";
}
