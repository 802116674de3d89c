import { useT } from "#app/platform/i18n.tsx";
import { BlankRecord } from "#app/tools/evidence/ui/blank-record.tsx";
import { ChecksumCommands } from "#app/tools/evidence/ui/checksum-commands.tsx";
import { RecordCheck } from "#app/tools/evidence/ui/record-check.tsx";
import { RecordMaker } from "#app/tools/evidence/ui/record-maker.tsx";
import { ToolPage } from "#app/tools/ui/tool-page.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { useIsScripted } from "#app/ui/use-is-scripted.ts";

export const handle = { title: "tools.name_evidence" } satisfies PageHandle;

export default function EvidencePage() {
  const t = useT();
  const isScripted = useIsScripted();
  return (
    <ToolPage name="evidence">
      <div className="stack no-print">
        <Notice kind="danger" title={t("evidence.minorsTitle")}>
          <p>{t("evidence.minors")}</p>
          <p className="mt-2">{t("evidence.intimate")}</p>
        </Notice>
        <h2>{t("evidence.hashTitle")}</h2>
        <p>{t("evidence.hash")}</p>
      </div>
      {isScripted ? (
        <>
          <RecordMaker />
          <RecordCheck />
          <section className="stack no-print">
            <h2>{t("evidence.byHandTitle")}</h2>
            <Disclosure summary={t("evidence.commandsTitle")}>
              <ChecksumCommands />
            </Disclosure>
          </section>
        </>
      ) : (
        <WithoutScript />
      )}
    </ToolPage>
  );
}

function WithoutScript() {
  const t = useT();
  return (
    <>
      <noscript>
        <Notice kind="warning">{t("tools.withoutScript")}</Notice>
      </noscript>
      <section className="stack">
        <h2>{t("evidence.commandsTitle")}</h2>
        <ChecksumCommands />
      </section>
      <section className="stack">
        <h2>{t("evidence.blankTitle")}</h2>
        <p className="no-print">{t("evidence.blankLead")}</p>
        <BlankRecord />
      </section>
    </>
  );
}
