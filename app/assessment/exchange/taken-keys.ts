/** The keys of one file's questions. Thousands may want the same one, so where it was last free is remembered. */
export class TakenKeys {
  private readonly taken = new Set<string>();
  private readonly reached = new Map<string, number>();

  /** The key itself, or the first free one with a number behind it. */
  free(wanted: string): string {
    for (let count = this.reached.get(wanted) ?? 1; ; count += 1) {
      const candidate = count === 1 ? wanted : `${wanted}-${count}`;
      if (this.taken.has(candidate)) continue;
      this.reached.set(wanted, count);
      return candidate;
    }
  }

  take(key: string): void {
    this.taken.add(key);
  }
}
