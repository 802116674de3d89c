import type { PackageFinding } from "#app/library/package-structure.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** What was forgiven and what may not work, each as a sentence. */
export function Findings({ findings }: { findings: PackageFinding[] }) {
  const t = useT();
  const warnings = findings.filter(({ kind }) => kind === "warning");
  const forgiven = findings.filter(({ kind }) => kind === "forgiven");
  if (findings.length === 0) return <p>{t("authoring.findingsNone")}</p>;
  return (
    <>
      {warnings.length > 0 && (
        <Notice kind="warning" title={t("authoring.findingsWarning")}>
          <Sentences findings={warnings} />
        </Notice>
      )}
      {forgiven.length > 0 && (
        <Notice kind="info" title={t("authoring.findingsForgiven")}>
          <p>{t("authoring.findingsForgivenHint")}</p>
          <Sentences findings={forgiven} />
        </Notice>
      )}
    </>
  );
}

function Sentences({ findings }: { findings: PackageFinding[] }) {
  const t = useT();
  return (
    <ul className="mt-1 grid list-disc gap-1 ps-5 wrap-anywhere">
      {findings.map(({ key, values }, index) => (
        <li key={index}>{t(key, values)}</li>
      ))}
    </ul>
  );
}
