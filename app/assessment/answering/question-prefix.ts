/** Before the names of a question's fields in a form with several questions. */
export function prefixOf(position: number): string {
  return `q${position}-`;
}
