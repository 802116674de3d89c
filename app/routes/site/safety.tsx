import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "site.safetyTitle" } satisfies PageHandle;

const parts: [MessageKey, MessageKey][] = [
  ["site.safetyExit", "site.safetyExitText"],
  ["site.safetyWatched", "site.safetyWatchedText"],
  ["site.safetyHistory", "site.safetyHistoryText"],
  ["site.safetyMail", "site.safetyMailText"],
];

export default function SafetyPage() {
  const t = useT();
  return (
    <div className="measure stack">
      <PageHeader title={t("site.safety")} />
      {parts.map(([title, text]) => (
        <section key={title} className="grid gap-2">
          <h2>{t(title)}</h2>
          <p>{t(text)}</p>
        </section>
      ))}
    </div>
  );
}
