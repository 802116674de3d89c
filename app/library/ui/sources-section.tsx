import { useT } from "#app/platform/i18n.tsx";

import { type Source, SourcesList } from "./sources-list.tsx";

/** The sources at the end of a tool's page; nothing where there are none. On paper they begin a sheet of their own. */
export function SourcesSection({ sources }: { sources: Source[] }) {
  const t = useT();
  if (sources.length === 0) return null;
  return (
    <section className="stack print:break-before-page">
      <h2>{t("learn.sources")}</h2>
      <p>{t("tools.sourcesLead")}</p>
      <SourcesList sources={sources} />
    </section>
  );
}
