/** What systems ask for, by the beginning of the tag, where it is not the tag of one of our languages. */
const understood: [beginning: string, code: string][] = [
  ["sr-lt", "sr-Latn"],
  ["sr-latn-me", "cnr"],
  ["sr-me", "cnr"],
  ["sr", "sr-Cyrl"],
  ["hr", "bs"],
  ["sh", "bs"],
];

/** The first of the wanted languages that there is, by whatever name the system has for it; else the first there is. */
export function chooseLanguage(wanted: readonly string[], codes: readonly string[]): string {
  const known = [...understood, ...codes.map((code): [string, string] => [code.toLowerCase(), code])]
    .filter(([, code]) => codes.includes(code))
    // What says more counts before what says less.
    .sort(([a], [b]) => b.length - a.length);
  for (const tag of wanted.map((name) => name.toLowerCase().replace(/_/g, "-"))) {
    const found = known.find(([beginning]) => tag === beginning || tag.startsWith(`${beginning}-`));
    if (found) return found[1];
  }
  return codes[0] ?? "";
}

/**
 * What the page around the activity says. H5P's own frame says the language of the content, not the reader's: there the
 * page around the frame counts.
 */
export function languagesOfSystem(): string[] {
  const page = isInFrameOfH5p() ? pageAround() : document;
  const tags = [page?.documentElement.lang ?? "", ...navigator.languages];
  return tags.filter((tag) => tag !== "");
}

export function isInFrameOfH5p(): boolean {
  return document.documentElement.classList.contains("h5p-iframe");
}

function pageAround(): Document | null {
  try {
    return window.parent.document;
  } catch {
    // It is of another origin.
    return null;
  }
}
