import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "site.privacyTitle" } satisfies PageHandle;

const kept: MessageKey[] = [
  "site.privacyName",
  "site.privacyEmail",
  "site.privacyLanguage",
  "site.privacyPlace",
  "site.privacyOptional",
  "site.privacyProgress",
  "site.privacySessions",
];

const parts: [MessageKey, MessageKey][] = [
  ["site.privacySurvey", "site.privacySurveyText"],
  ["site.privacyNever", "site.privacyNeverText"],
  ["site.privacyTools", "site.privacyToolsText"],
  ["site.privacyRights", "site.privacyRightsText"],
];

export default function PrivacyPage() {
  const t = useT();
  return (
    <div className="measure stack">
      <PageHeader title={t("site.privacy")} lead={t("site.privacyLead")} />
      <ul className="list-disc ps-5">
        {kept.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      {parts.map(([title, text]) => (
        <section key={title} className="grid gap-2">
          <h2>{t(title)}</h2>
          <p>{t(text)}</p>
        </section>
      ))}
    </div>
  );
}
