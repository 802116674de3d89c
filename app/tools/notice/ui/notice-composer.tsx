import { type FormEvent, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";

import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { linesOf, looksLikeAddress } from "#app/tools/notice/address.ts";
import {
  type NoticeElements,
  type NoticeErrors,
  readNotice,
  writers,
} from "#app/tools/notice/notice-form.ts";
import type { NoticeWords } from "#app/tools/notice/notice-text.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { type Chosen, NoticeFields } from "./notice-fields.tsx";
import { NoticeTexts } from "./notice-texts.tsx";

/**
 * Asks for the parts of a notice and writes it in two languages. The texts appear by a button and take the focus; a
 * change takes them away, so that nobody copies what no longer fits. What is typed stays in the fields.
 */
export function NoticeComposer({
  englishWords,
  knownFacts,
}: {
  englishWords: NoticeWords;
  knownFacts: string[];
}) {
  const t = useT();
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<Chosen>({ grounds: [] });
  const [notice, setNotice] = useState<{ elements: NoticeElements; date: Date } | null>(null);
  const [errors, setErrors] = useState<NoticeErrors | null>(null);
  const [wrongAddresses, setWrongAddresses] = useState<string[]>([]);
  const [isChanged, setIsChanged] = useState(false);

  function noteChange(event: FormEvent<HTMLFormElement>) {
    const form = new FormData(event.currentTarget);
    setChosen({
      writer: writers.find((value) => value === form.get("writer")),
      grounds: form.getAll("grounds[]").map(String),
    });
    setIsChanged(isChanged || notice !== null);
    setNotice(null);
  }

  function writeNotice(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = readNotice(form);
    // At once, so that the heading is there to be focused.
    flushSync(() => {
      setErrors(read.errors ?? null);
      setWrongAddresses(linesOf(String(form.get("addresses"))).filter((line) => !looksLikeAddress(line)));
      setNotice(read.elements ? { elements: read.elements, date: new Date() } : null);
      setIsChanged(false);
    });
    if (read.elements) heading.current?.focus();
  }

  return (
    <div className="grid gap-8">
      <form onSubmit={writeNotice} onChange={noteChange} autoComplete="off" noValidate className="grid gap-8">
        <ErrorSummary errors={errors as Record<string, MessageKey> | null} />
        <Notice kind="warning" title={t("notice.careTitle")}>
          <p>{t("notice.care")}</p>
        </Notice>
        <NoticeFields
          chosen={chosen}
          errors={errors ?? {}}
          wrongAddresses={wrongAddresses}
          knownFacts={knownFacts}
        />
        <div className="grid gap-3">
          <p>
            <Button>{t("notice.write")}</Button>
          </p>
          <p role="status">{isChanged && t("notice.changed")}</p>
        </div>
      </form>
      {notice && (
        <section aria-labelledby={titleId} className="print-alone grid gap-4">
          <h2 id={titleId} ref={heading} tabIndex={-1}>
            {t("notice.result")}
          </h2>
          <p className="no-print">{t("notice.resultLead")}</p>
          <NoticeTexts notice={notice} englishWords={englishWords} />
          <p className="no-print">
            <Button type="button" variant="secondary" onClick={() => window.print()}>
              {t("notice.print")}
            </Button>
          </p>
        </section>
      )}
    </div>
  );
}
