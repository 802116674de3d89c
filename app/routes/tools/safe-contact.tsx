import { useLoaderData } from "@remix-run/react";

import { currentSources } from "#app/library/fact-sources.server.ts";
import { SourcesSection } from "#app/library/ui/sources-section.tsx";
import { endpoint } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { checklistFacts } from "#app/tools/safe-contact/checklist.ts";
import { ContactCard } from "#app/tools/safe-contact/ui/contact-card.tsx";
import { ContactChecklist } from "#app/tools/safe-contact/ui/contact-checklist.tsx";
import { courseOfTool } from "#app/tools/tool-names.ts";
import { ToolPage } from "#app/tools/ui/tool-page.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "tools.name_safe_contact" } satisfies PageHandle;

export const loader = endpoint(async () => ({
  sources: await currentSources(courseOfTool["safe-contact"], checklistFacts),
}));

export default function SafeContactPage() {
  const t = useT();
  const { sources } = useLoaderData<typeof loader>();
  const isSourced = sources.length > 0;
  return (
    <ToolPage name="safe-contact" printLabel={t("safeContact.print")}>
      <div className="stack no-print">
        <p>{t("safeContact.lead")}</p>
        <p className="text-slate">{t(isSourced ? "safeContact.marks" : "safeContact.unsourced")}</p>
      </div>
      <ContactChecklist sourced={sources.map(({ fact }) => fact)} />
      <ContactCard />
      <SourcesSection sources={sources} />
    </ToolPage>
  );
}
