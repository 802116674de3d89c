import type { ReactNode } from "react";

import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import type { ToolName } from "#app/tools/tool-names.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { useIsScripted } from "#app/ui/use-is-scripted.ts";

/**
 * What every tool's page has: the way back, what the tool is for, and the promise that nothing typed in leaves the
 * device. `printLabel` says what the button prints; without it there is none.
 */
export function ToolPage({
  name,
  printLabel,
  children,
}: {
  name: ToolName;
  printLabel?: string;
  children: ReactNode;
}) {
  const t = useT();
  const isScripted = useIsScripted();
  return (
    <div className="measure grid gap-8">
      <div className="stack">
        <Breadcrumbs items={[{ to: "/tools", label: t("tools.title") }]} />
        <PageHeader title={t(toolMessage("name", name))} lead={t(toolMessage("about", name))} />
        <div className="no-print">
          <Notice kind="info">{t("tools.nothingKept")}</Notice>
        </div>
      </div>
      {children}
      {isScripted && printLabel && (
        <p className="no-print">
          <Button type="button" variant="secondary" onClick={() => window.print()}>
            {printLabel}
          </Button>
        </p>
      )}
    </div>
  );
}

/** "tools.name_clean_up": a tool's name or what it is for. */
export function toolMessage(part: "name" | "about", name: ToolName): MessageKey {
  return `tools.${part}_${name.replaceAll("-", "_")}` as MessageKey;
}
