/**
 * Loads a value once for each key and keeps it for the life of the process, or, with a `limit`, until so many others
 * were asked for since. A failure is not remembered.
 */
export async function remembered<T>(
  memory: Map<string, Promise<T>>,
  key: string,
  load: () => Promise<T>,
  limit = Infinity,
): Promise<T> {
  const known = memory.get(key);
  if (known) {
    if (limit < Infinity) renew(memory, key, known);
    return known;
  }
  const loading = load();
  memory.set(key, loading);
  loading.catch(() => memory.delete(key));
  if (memory.size > limit) memory.delete(memory.keys().next().value as string);
  return loading;
}

/** The same for what is made at once. */
export function rememberedNow<T>(memory: Map<string, T>, key: string, make: () => T, limit: number): T {
  const value = memory.get(key) ?? make();
  renew(memory, key, value);
  if (memory.size > limit) memory.delete(memory.keys().next().value as string);
  return value;
}

/** A map keeps the order of setting: the first is the one not asked for the longest. */
function renew<T>(memory: Map<string, T>, key: string, value: T) {
  memory.delete(key);
  memory.set(key, value);
}
