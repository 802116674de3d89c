/** What a sample's Content Credentials are: signed and fitting, signed and not fitting any more, or none. */
export type SampleCredentials = "valid" | "invalid" | "none";

/**
 * The pictures of the exercise, in its order; they lie in public/samples and are made by scripts/provenance-samples.ts.
 * All of them are drawn by a program: `isAltered` says which play the part of an altered or synthetic picture.
 */
export const samples = [
  { name: "bowl", isAltered: false, credentials: "none" },
  { name: "moon", isAltered: true, credentials: "none" },
  { name: "lake", isAltered: false, credentials: "valid" },
  { name: "jug", isAltered: true, credentials: "valid" },
  { name: "street", isAltered: false, credentials: "none" },
  { name: "hall", isAltered: true, credentials: "valid" },
  { name: "field", isAltered: false, credentials: "valid" },
  { name: "dunes", isAltered: true, credentials: "invalid" },
] as const satisfies { name: string; isAltered: boolean; credentials: SampleCredentials }[];

export type Sample = (typeof samples)[number];

export const sampleSize = { width: 480, height: 320 };

export function addressOf({ name }: Pick<Sample, "name">): string {
  return `/samples/${name}.jpg`;
}
