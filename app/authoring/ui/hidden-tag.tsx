import { useT } from "#app/platform/i18n.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

/** Tells trainers that learners do not see a step. */
export function HiddenTag() {
  const t = useT();
  return (
    <p>
      <StatusTag kind="neutral">{t("outline.hidden")}</StatusTag>
    </p>
  );
}
