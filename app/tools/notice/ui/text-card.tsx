import { useId, useRef, useState } from "react";

import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { type Paragraph, plainText } from "#app/tools/notice/notice-text.ts";
import { Button } from "#app/ui/button.tsx";
import { useIsScripted } from "#app/ui/use-is-scripted.ts";

import { NoticeParagraphs } from "./notice-paragraphs.tsx";
import { saveFile } from "./save-file.ts";

/** One text of a notice, to copy and to save. `fileName` stays neutral: others may see a list of files. */
export function TextCard({
  title,
  lang,
  paragraphs,
  fileName,
}: {
  title: string;
  lang: string;
  paragraphs: Paragraph[];
  fileName: string;
}) {
  const t = useT();
  const titleId = useId();
  const isScripted = useIsScripted();
  const body = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState<MessageKey | null>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(plainText(paragraphs));
      setOutcome("notice.copied");
    } catch {
      // Browsers without a clipboard for pages, or that refuse it: selected, it can be copied by hand.
      if (body.current) getSelection()?.selectAllChildren(body.current);
      setOutcome("notice.selected");
    }
  }

  return (
    <section aria-labelledby={titleId} className="grid content-start gap-3">
      <h3 id={titleId}>{title}</h3>
      <div ref={body} lang={lang} className="card grid gap-2">
        <NoticeParagraphs paragraphs={paragraphs} />
      </div>
      {isScripted && (
        <div className="no-print grid gap-2">
          <p className="flex flex-wrap gap-4">
            <Button type="button" variant="secondary" onClick={copy}>
              {t("notice.copy")} <span className="sr-only">{title}</span>
            </Button>
            <Button
              type="button"
              variant="quiet"
              onClick={() => saveFile(fileName, "text/plain;charset=utf-8", plainText(paragraphs))}
            >
              {t("notice.save")} <span className="sr-only">{title}</span>
            </Button>
          </p>
          <p role="status">{outcome && t(outcome)}</p>
        </div>
      )}
    </section>
  );
}
