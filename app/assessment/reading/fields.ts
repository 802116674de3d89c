import type { Response } from "#app/library/question-format.ts";
import type { Fields, FormErrors } from "#app/platform/form-fields.ts";

export type ReadAnswer = { response: Response; errors: null } | { response: null; errors: FormErrors };

/** Parts at the places that a form sent, each once. */
export function partsAt(parts: readonly string[], places: Fields[string] | undefined): string[] {
  const sent = Array.isArray(places) ? places : places ? [places] : [];
  return [...new Set(sent.flatMap((place) => (/^\d+$/.test(place) ? (parts[Number(place)] ?? []) : [])))];
}

/** The opposite: places of the parts of a response. */
export function placesOf(parts: readonly string[], response: unknown): string[] {
  return Array.isArray(response) ? response.map((part) => String(parts.indexOf(String(part)))) : [];
}

export function textIn(field: Fields[string] | undefined): string {
  return typeof field === "string" ? field : "";
}

export function answered(response: Response): ReadAnswer {
  return { response, errors: null };
}

/** `key` is a sentence of the area "quiz", which every page with a question has. */
export function mistake(field: string, key: FormErrors[string]): ReadAnswer {
  return { response: null, errors: { [field]: key } };
}
