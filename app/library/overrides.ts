/**
 * What a file says on top of another: a key that it has replaces the other's, mappings are gone into, lists are replaced
 * whole.
 */
export function withOverrides(base: unknown, own: unknown): unknown {
  if (own === undefined || own === null) return base;
  if (!isMapping(base) || !isMapping(own)) return own;
  const keys = new Set([...Object.keys(base), ...Object.keys(own)]);
  return Object.fromEntries([...keys].map((key) => [key, withOverrides(base[key], own[key])]));
}

/** What has keys: no list. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
