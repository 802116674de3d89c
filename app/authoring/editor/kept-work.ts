/** What a browser keeps of a lesson that is being written: what was not sent yet, and earlier texts to go back to. */
export type KeptWork = {
  unsent(): Unsent | null;
  keepUnsent(unsent: Unsent): void;
  forgetUnsent(): void;
  earlier(): string[];
  keepEarlier(texts: string[]): void;
};

/** `base` is the text that it was written on, `basis` its name on the server. */
export type Unsent = { text: string; base: string; basis: string | null };

/** So many earlier texts, and so many characters of them, are kept: a browser has some five million in all. */
const [mostTexts, mostCharacters] = [20, 500_000];

/** Work on one lesson, by one person, in one language; `place` tells them apart. A browser without room keeps none. */
export function keptWork(place: string): KeptWork {
  const [unsentKey, earlierKey] = [`lesson-unsent:${place}`, `lesson-earlier:${place}`];
  return {
    unsent: () => read<Unsent>(unsentKey),
    keepUnsent: (unsent) => write(unsentKey, unsent),
    forgetUnsent: () => write(unsentKey, null),
    earlier: () => read<string[]>(earlierKey) ?? [],
    keepEarlier: (texts) => write(earlierKey, bounded(texts)),
  };
}

function bounded(texts: string[]): string[] {
  let room = mostCharacters;
  const latest: string[] = [];
  for (const text of texts.slice(-mostTexts).reverse()) {
    room -= text.length;
    if (room < 0) break;
    latest.unshift(text);
  }
  return latest;
}

function read<Kept>(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

function write(key: string, kept: unknown): void {
  try {
    if (kept === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Full, or switched off: what is written is still saved on the server.
  }
}
