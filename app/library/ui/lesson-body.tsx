import type { ReactNode } from "react";

import type { Sector } from "#app/identity/background.ts";
import type { JurisdictionView } from "#app/library/jurisdiction-view.server.ts";
import type { LessonBlock } from "#app/library/lesson-pages.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { Prose } from "#app/ui/prose.tsx";

import { JurisdictionPart } from "./jurisdiction-part.tsx";
import { Scenes } from "./scenes.tsx";

type PackageBlock = Extract<LessonBlock, { kind: "package" }>;

/**
 * The blocks of a lesson's page. `renderCheck` draws a question inside the text, `renderPackage` a package;
 * `jurisdictions` holds what its notes on jurisdictions show.
 */
export function LessonBody({
  blocks,
  ownSector,
  renderCheck,
  renderPackage,
  jurisdictions,
  isPrint = false,
}: {
  blocks: LessonBlock[];
  ownSector: Sector | null;
  renderCheck: (questionId: string) => ReactNode;
  renderPackage: (block: PackageBlock) => ReactNode;
  jurisdictions: JurisdictionView[];
  /** Every role's box and every description is open, and nothing can be chosen. */
  isPrint?: boolean;
}) {
  return (
    <div className="stack">
      {blocks.map((block, index) => {
        if (block.kind === "html")
          return <Prose key={index} html={isPrint ? opened(block.html) : block.html} />;
        if (block.kind === "check") return <div key={index}>{renderCheck(block.questionId)}</div>;
        if (block.kind === "package") return <div key={index}>{renderPackage(block)}</div>;
        if (block.kind === "jurisdiction") {
          const view = jurisdictions.find(({ topic }) => topic === block.topic);
          return view && <JurisdictionPart key={index} view={view} isPrint={isPrint} />;
        }
        if (block.kind === "animation") return <Scenes key={index} {...block} isPrint={isPrint} />;
        return <RoleBoxes key={index} roles={block.roles} ownSector={ownSector} areAllOpen={isPrint} />;
      })}
    </div>
  );
}

/** On paper nobody can open the descriptions of pictures. */
function opened(html: string): string {
  return html.replaceAll("<details>", "<details open>");
}

type Role = Extract<LessonBlock, { kind: "roles" }>["roles"][number];

/** The learner's own sector first and open, the others one tap away. */
function RoleBoxes({
  roles,
  ownSector,
  areAllOpen,
}: {
  roles: Role[];
  ownSector: Sector | null;
  areAllOpen: boolean;
}) {
  const t = useT();
  const ordered = [...roles].sort((a, b) => Number(b.sector === ownSector) - Number(a.sector === ownSector));
  return (
    <div className="measure grid gap-2">
      {ordered.map(({ sector, html }) => (
        <details key={sector} open={areAllOpen || sector === ownSector || undefined} className="card py-2">
          <summary className="min-h-11 py-2 font-semibold">
            {t(`common.sector_${sector.replaceAll("-", "_")}` as MessageKey)}
          </summary>
          <Prose html={html} />
        </details>
      ))}
    </div>
  );
}
