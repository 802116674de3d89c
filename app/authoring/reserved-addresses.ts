/** What stands where courses' addresses stand, below /teach and /learn, and is no course. */
const reserved = ["packages", "banks", "new", "imports", "archived", "help", "launches"];

export function isReservedAddress(slug: string): boolean {
  return reserved.includes(slug);
}
