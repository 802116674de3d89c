import type { Paragraph } from "#app/tools/notice/notice-text.ts";

/** A notice as it is read: its title, its parts, and what was typed set apart. */
export function NoticeParagraphs({ paragraphs }: { paragraphs: Paragraph[] }) {
  return paragraphs.map(({ kind, text }, index) => {
    if (kind === "heading") {
      return (
        <p key={index} className={`font-semibold ${index === 0 ? "" : "pt-2"}`}>
          {text}
        </p>
      );
    }
    if (kind === "text") return <p key={index}>{text}</p>;
    return (
      <p key={index} lang="" className="border-s-4 border-line ps-3 wrap-anywhere whitespace-pre-line">
        {text}
      </p>
    );
  });
}
