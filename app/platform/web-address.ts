/**
 * The address of a page elsewhere, as a link may have it; undefined for one that a browser would run rather than open.
 * Forms and files are checked when they are taken in: this is the second guard, where the link is drawn.
 */
export function webAddress(address: string | null | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  return /^https?:$/.test(new URL(address).protocol) ? address : undefined;
}
