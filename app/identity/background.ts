/** What people may say of themselves for disaggregated figures; each optional but jurisdiction and sector. */
export const jurisdictions = ["al", "ba", "xk", "me", "mk", "rs", "other"] as const;

export const sectors = [
  "police",
  "justice",
  "health",
  "social-work",
  "civil-society",
  "government",
  "company",
  "other",
] as const;

export const genders = ["woman", "man", "other"] as const;

export type Jurisdiction = (typeof jurisdictions)[number];
export type Sector = (typeof sectors)[number];
export type Gender = (typeof genders)[number];

/** The jurisdiction that an address asks for (`?in=rs`); null when it names none. */
export function readJurisdiction(url: string): Jurisdiction | null {
  const asked = new URL(url).searchParams.get("in");
  return jurisdictions.find((code) => code === asked) ?? null;
}
