/**
 * Time that a character takes, without spaces, when one reads aloud: 68 ms, nearly the same in 14 languages with letters
 * (S. Trauzettel-Klosinski, K. Dietz and others, Standardized Assessment of Reading Performance, Investigative
 * Ophthalmology & Visual Science 53 (2012), doi:10.1167/iovs.11-8284). For English it comes to some 200 words a minute;
 * adults read English non-fiction silently at 238, most at 175 to 300 (M. Brysbaert, How many words do we read per minute?,
 * Journal of Memory and Language 109 (2019), doi:10.1016/j.jml.2019.104047). Who studies does not hurry.
 */
const millisecondsPerCharacter = 68;

/** Minutes that reading a text takes. */
export function minutesToRead(text: string): number {
  const characters = [...text.replace(/\s/g, "")].length;
  return (characters * millisecondsPerCharacter) / 60_000;
}
