/** Loads a value once for each key and keeps it for the life of the process. A failure is not remembered. */
export async function remembered<T>(
  memory: Map<string, Promise<T>>,
  key: string,
  load: () => Promise<T>,
): Promise<T> {
  const known = memory.get(key);
  if (known) return known;
  const loading = load();
  memory.set(key, loading);
  loading.catch(() => memory.delete(key));
  return loading;
}
