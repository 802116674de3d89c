/**
 * Who only hears a link or button is told here which thing it belongs to: “Change (Ana)”. In brackets, since browsers
 * put a space before words that are hidden from view, where a colon may have none.
 */
export function OfWhich({ children }: { children: string }) {
  return <span className="sr-only"> ({children})</span>;
}
