/** Running text. `html` must be safe: it comes from course text that was sanitised at import. */
export function Prose({ html }: { html: string }) {
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
