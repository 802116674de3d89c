import { useLoaderData } from "@remix-run/react";

import { currentSources } from "#app/library/fact-sources.server.ts";
import { SourcesSection } from "#app/library/ui/sources-section.tsx";
import { endpoint } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { planFacts } from "#app/tools/clean-up/steps.ts";
import { CleanUpPlanner } from "#app/tools/clean-up/ui/clean-up-planner.tsx";
import { courseOfTool } from "#app/tools/tool-names.ts";
import { ToolPage } from "#app/tools/ui/tool-page.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "tools.name_clean_up" } satisfies PageHandle;

export const loader = endpoint(async () => ({
  sources: await currentSources(courseOfTool["clean-up"], planFacts),
}));

export default function CleanUpPage() {
  const t = useT();
  const { sources } = useLoaderData<typeof loader>();
  const isSourced = sources.length > 0;
  return (
    <ToolPage name="clean-up" printLabel={t("cleanUp.print")}>
      <p className="text-slate no-print">{t(isSourced ? "cleanUp.marks" : "cleanUp.unsourced")}</p>
      <CleanUpPlanner sourced={sources.map(({ fact }) => fact)} />
      <SourcesSection sources={sources} />
    </ToolPage>
  );
}
