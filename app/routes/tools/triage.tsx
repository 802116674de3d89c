import { useLoaderData } from "@remix-run/react";

import { currentSources } from "#app/library/fact-sources.server.ts";
import { SourcesSection } from "#app/library/ui/sources-section.tsx";
import { endpoint } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { courseOfTool } from "#app/tools/tool-names.ts";
import { triageFacts } from "#app/tools/triage/routes.ts";
import { RoutesTable } from "#app/tools/triage/ui/routes-table.tsx";
import { TriageForm } from "#app/tools/triage/ui/triage-form.tsx";
import { ToolPage } from "#app/tools/ui/tool-page.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { useIsScripted } from "#app/ui/use-is-scripted.ts";

export const handle = { title: "tools.name_triage" } satisfies PageHandle;

export const loader = endpoint(async () => ({
  sources: await currentSources(courseOfTool.triage, triageFacts),
}));

export default function TriagePage() {
  const t = useT();
  const isScripted = useIsScripted();
  const { sources } = useLoaderData<typeof loader>();
  const knownFacts = sources.map(({ fact }) => fact);
  const table = <RoutesTable knownFacts={knownFacts} />;
  return (
    <ToolPage name="triage">
      <noscript>
        <Notice kind="info">{t("tools.withoutScript")}</Notice>
      </noscript>
      {isScripted && <TriageForm knownFacts={knownFacts} />}
      {isScripted ? (
        <div className="min-w-0">
          <Disclosure summary={t("triage.allTitle")}>{table}</Disclosure>
        </div>
      ) : (
        <section className="stack min-w-0">
          <h2>{t("triage.allTitle")}</h2>
          {table}
        </section>
      )}
      <SourcesSection sources={sources} />
    </ToolPage>
  );
}
