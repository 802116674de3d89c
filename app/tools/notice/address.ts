/** The lines of a field, without empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/**
 * Whether a line can be the address of a page or an image: http or https and a host with a dot, also where the scheme
 * was left out ("t.me/…"). A platform finds nothing with "her profile" or with the name of a site alone in a sentence.
 */
export function looksLikeAddress(line: string): boolean {
  if (/\s/.test(line)) return false;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(line) ? line : `https://${line}`;
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  const isWeb = protocol === "https:" || protocol === "http:";
  return isWeb && username === "" && /^[^.]+(\.[^.]+)*\.[a-z0-9-]{2,}$/i.test(hostname);
}
