import { attribute, type XmlElement } from "./xml-document.ts";

/** Values of attributes as XML Schema writes them. */

export function isFlagSet(element: XmlElement | undefined, name: string, otherwise: boolean): boolean {
  const given = element && attribute(element, name)?.toLowerCase();
  if (given === "true" || given === "1") return true;
  if (given === "false" || given === "0") return false;
  return otherwise;
}

export function numberOf(text: string | null): number | null {
  if (text === null || text.trim() === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** Without what is null or undefined, so that a library's "not given" is not given. */
export function withoutNothing(settings: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== null && value !== undefined),
  );
}
