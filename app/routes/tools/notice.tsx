import { useLoaderData } from "@remix-run/react";

import { currentSources } from "#app/library/fact-sources.server.ts";
import { SourcesSection } from "#app/library/ui/sources-section.tsx";
import { endpoint } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { i18nFor } from "#app/platform/messages.server.ts";
import { noticeFacts } from "#app/tools/notice/notice-facts.ts";
import { noticeWords } from "#app/tools/notice/notice-text.ts";
import { CompleteNotice } from "#app/tools/notice/ui/complete-notice.tsx";
import { DeadlinePart } from "#app/tools/notice/ui/deadline-part.tsx";
import { FollowUpLog } from "#app/tools/notice/ui/follow-up-log.tsx";
import { NoticeComposer } from "#app/tools/notice/ui/notice-composer.tsx";
import { NoticeTexts } from "#app/tools/notice/ui/notice-texts.tsx";
import { courseOfTool } from "#app/tools/tool-names.ts";
import { ToolPage } from "#app/tools/ui/tool-page.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { useIsScripted } from "#app/ui/use-is-scripted.ts";

export const handle = { title: "tools.name_notice" } satisfies PageHandle;

export const loader = endpoint(async () => ({
  sources: await currentSources(courseOfTool.notice, noticeFacts),
  // Whoever reads in another language has no English texts in the browser.
  englishWords: noticeWords(i18nFor("en").t),
}));

export default function NoticePage() {
  const t = useT();
  const isScripted = useIsScripted();
  const { sources, englishWords } = useLoaderData<typeof loader>();
  const knownFacts = sources.map(({ fact }) => fact);
  const blank = (
    <div className="stack">
      <p>{t("notice.blankLead")}</p>
      <NoticeTexts notice={null} englishWords={englishWords} />
    </div>
  );
  return (
    <ToolPage name="notice">
      <noscript>
        <Notice kind="info">{t("tools.withoutScript")}</Notice>
      </noscript>
      {isScripted && (
        <>
          <NoticeComposer englishWords={englishWords} knownFacts={knownFacts} />
          <DeadlinePart knownFacts={knownFacts} />
          <FollowUpLog />
        </>
      )}
      <CompleteNotice knownFacts={knownFacts} />
      {isScripted ? (
        <div className="min-w-0">
          <Disclosure summary={t("notice.blank")}>{blank}</Disclosure>
        </div>
      ) : (
        <section className="stack">
          <h2>{t("notice.blank")}</h2>
          {blank}
        </section>
      )}
      <SourcesSection sources={sources} />
    </ToolPage>
  );
}
