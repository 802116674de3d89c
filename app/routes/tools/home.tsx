import { Link } from "@remix-run/react";

import { useT } from "#app/platform/i18n.tsx";
import { toolNames } from "#app/tools/tool-names.ts";
import { toolMessage } from "#app/tools/ui/tool-page.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "tools.title" } satisfies PageHandle;

export default function ToolsPage() {
  const t = useT();
  return (
    <div className="measure grid gap-8">
      <PageHeader title={t("tools.title")} lead={t("tools.lead")} />
      <ul className="grid gap-6">
        {toolNames.map((name) => (
          <li key={name} className="card grid gap-2">
            <h2 className="text-xl">
              <Link to={`/tools/${name}`}>{t(toolMessage("name", name))}</Link>
            </h2>
            <p>{t(toolMessage("about", name))}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
