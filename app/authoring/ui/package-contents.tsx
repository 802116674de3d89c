import type { ReactNode } from "react";

import { activitiesOf, isSequenced, launchableIds } from "#app/library/package-activities.ts";
import type { Cmi5Node, PackageStructure, ScormActivity } from "#app/library/package-structure.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

import { sizeWords } from "#app/platform/size-words.ts";
import { standardWords } from "../standard-words.ts";

/** What a check found in a package, in words. */
export function PackageContents({
  structure,
  fileName,
  files,
  bytes,
  archiveBytes,
}: {
  structure: PackageStructure;
  fileName: string;
  files: number;
  bytes: number;
  archiveBytes: number;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const language = languageIn(structure);
  return (
    <>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
        <Fact name={t("authoring.standard")}>{standardWords(t, structure)}</Fact>
        <Fact name={t("authoring.titleInPackage")}>{structure.title}</Fact>
        <Fact name={t("authoring.launchable")}>
          {t("authoring.launchableCount", { count: launchableIds(structure).length })}
        </Fact>
        {"root" in structure && <Fact name={t("authoring.sequencing")}>{t(sequencingKey(structure))}</Fact>}
        {language !== undefined && (
          <Fact name={t("authoring.language")}>{language || t("authoring.languageUnknown")}</Fact>
        )}
        {structure.standard === "h5p" && (
          <Fact name={t("authoring.mainLibrary")}>{structure.mainLibrary}</Fact>
        )}
        <Fact name={t("authoring.size")}>
          {t("authoring.sizeOf", {
            files,
            unpacked: sizeWords(i18n, bytes),
            archive: sizeWords(i18n, archiveBytes),
          })}
        </Fact>
        <Fact name={t("authoring.file")}>{fileName}</Fact>
      </dl>
      {structure.standard === "h5p" ? (
        <Disclosure summary={t("authoring.libraries", { count: structure.libraries.length })}>
          <ul aria-label={t("authoring.librariesTitle")}>
            {structure.libraries.map((library) => (
              <li key={library}>{library}</li>
            ))}
          </ul>
        </Disclosure>
      ) : (
        <div>
          <h3>{t("authoring.treeTitle")}</h3>
          {"root" in structure ? (
            <ScormTree nodes={[structure.root]} />
          ) : (
            <Cmi5Tree nodes={structure.nodes} />
          )}
        </div>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-slate">{name}</dt>
      <dd className="wrap-anywhere max-sm:mb-1">{children}</dd>
    </div>
  );
}

function sequencingKey(structure: PackageStructure) {
  if (isSequenced(structure)) return "authoring.sequencingYes" as const;
  return launchableIds(structure).length > 1 ? "authoring.sequencingNo" : "authoring.sequencingOne";
}

/** Undefined where the standard has no place for it, empty where the package does not say. */
function languageIn(structure: PackageStructure): string | undefined {
  if (structure.standard === "h5p") return structure.language ?? "";
  if (structure.standard !== "cmi5") return undefined;
  const tags = structure.nodes.flatMap(activitiesOf).flatMap(({ title }) => Object.keys(title));
  return [...new Set(tags)].join(", ");
}

function ScormTree({ nodes }: { nodes: ScormActivity[] }) {
  const { t, formatPercent } = useI18n();
  return (
    <Tree>
      {nodes.map((node) => {
        const facts = [
          t(`authoring.kind_${node.kind ?? "group"}`),
          node.masteryScore !== null && t("authoring.mastery", { score: node.masteryScore }),
          node.scaledPassingScore !== null &&
            t("authoring.masteryPercent", { score: formatPercent(node.scaledPassingScore) }),
          node.completionThreshold !== null &&
            t("authoring.threshold", { share: formatPercent(node.completionThreshold) }),
          node.prerequisites && t("authoring.prerequisites", { rule: node.prerequisites }),
          node.maxTimeAllowed && t("authoring.timeLimit", { time: node.maxTimeAllowed }),
          !node.isVisible && t("authoring.isHidden"),
        ];
        return (
          <TreeNode key={node.id} title={node.title} launch={node.launch} facts={facts}>
            {node.children.length > 0 && <ScormTree nodes={node.children} />}
          </TreeNode>
        );
      })}
    </Tree>
  );
}

function Cmi5Tree({ nodes }: { nodes: Cmi5Node[] }) {
  const { t, language, formatPercent } = useI18n();
  return (
    <Tree>
      {nodes.map((node) => {
        const facts = [
          node.kind === "block" ? t("authoring.kind_group") : t(`authoring.moveOn_${node.moveOn}`),
          node.masteryScore !== null &&
            t("authoring.masteryPercent", { score: formatPercent(node.masteryScore) }),
        ];
        const title = node.title[language] ?? Object.values(node.title)[0] ?? node.id;
        return (
          <TreeNode key={node.key} title={title} launch={node.launch} facts={facts}>
            {node.children.length > 0 && <Cmi5Tree nodes={node.children} />}
          </TreeNode>
        );
      })}
    </Tree>
  );
}

function Tree({ children }: { children: ReactNode }) {
  return <ul className="mt-2 grid gap-2 border-s-2 border-line ps-3">{children}</ul>;
}

function TreeNode({
  title,
  launch,
  facts,
  children,
}: {
  title: string;
  launch: string | null;
  facts: (string | false | null)[];
  children: ReactNode;
}) {
  return (
    <li className="wrap-anywhere">
      <span className="font-semibold">{title}</span>
      <span className="block text-slate">{facts.filter(Boolean).join(" · ")}</span>
      {launch !== null && <code className="block text-sm">{launch}</code>}
      {children}
    </li>
  );
}
