import { languageName } from "#app/platform/languages.ts";
import { createI18n, useI18n } from "#app/platform/i18n.tsx";
import type { NoticeElements } from "#app/tools/notice/notice-form.ts";
import {
  blankParagraphs,
  noticeParagraphs,
  type NoticeWords,
  noticeWords,
  type Paragraph,
} from "#app/tools/notice/notice-text.ts";

import { TextCard } from "./text-card.tsx";

/** The notice in the reader's language and in English, or with gaps where there is none yet. */
export function NoticeTexts({
  notice,
  englishWords,
}: {
  notice: { elements: NoticeElements; date: Date } | null;
  englishWords: NoticeWords;
}) {
  const { t, language, formatDate } = useI18n();
  const write = (words: NoticeWords, isOther: boolean): Paragraph[] => {
    if (!notice) return blankParagraphs(words);
    const dateIn = isOther ? createI18n("en", {}).formatDate : formatDate;
    return noticeParagraphs(notice.elements, words, {
      date: dateIn(notice.date),
      isOtherLanguage: isOther,
    });
  };
  const isEnglish = language === "en";
  return (
    <div className={`grid gap-6 ${isEnglish ? "" : "sm:grid-cols-2 print:grid-cols-2"}`}>
      <TextCard
        title={languageName(language)}
        lang={language}
        paragraphs={write(noticeWords(t), false)}
        fileName="text.txt"
      />
      {!isEnglish && (
        <TextCard
          title={languageName("en")}
          lang="en"
          paragraphs={write(englishWords, true)}
          fileName="text-en.txt"
        />
      )}
    </div>
  );
}
