import { useT } from "#app/platform/i18n.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "site.accessibilityTitle" } satisfies PageHandle;

export default function AccessibilityPage() {
  const t = useT();
  return (
    <div className="measure stack">
      <PageHeader title={t("site.accessibility")} lead={t("site.accessibilityLead")} />
      <p>{t("site.accessibilityText")}</p>
      <h2>{t("site.accessibilityHelp")}</h2>
      <p>{t("site.accessibilityHelpText")}</p>
    </div>
  );
}
