import { useT } from "#app/platform/i18n.tsx";

import { Icon } from "./icon.tsx";

export function CsvLink({ to }: { to: string }) {
  const t = useT();
  return (
    <a href={to} download className="no-print inline-flex min-h-11 items-center gap-2">
      <Icon name="download" />
      {t("common.downloadCsv")}
    </a>
  );
}
