import { useI18n, useT } from "#app/platform/i18n.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

import type { Credentials, Step } from "../credentials.ts";

/** Content Credentials in plain words, with what they do not show. */
export function CredentialsWords({ credentials }: { credentials: Credentials | null | "unreadable" }) {
  const t = useT();
  return (
    <div className="grid gap-3">
      <h4>{t("provenance.credentialsTitle")}</h4>
      {credentials === null && <p>{t("provenance.noCredentials")}</p>}
      {credentials === "unreadable" && <p>{t("provenance.unreadable")}</p>}
      {credentials && credentials !== "unreadable" && <Found credentials={credentials} />}
    </div>
  );
}

function Found({ credentials }: { credentials: Credentials }) {
  const { t, formatDateTime } = useI18n();
  const { isValid, problems, signer, organisation, signedAt, generator, steps } = credentials;
  const isDated = !Number.isNaN(Date.parse(signedAt));
  return (
    <>
      <p>
        <StatusTag kind={isValid ? "done" : "wrong"}>
          {t(isValid ? "provenance.valid" : "provenance.invalid")}
        </StatusTag>
      </p>
      {problems.map((problem) => (
        <p key={problem}>{t(`provenance.problem_${problem}`)}</p>
      ))}
      <p className="wrap-anywhere">
        {t("provenance.signedBy", { name: [signer, organisation].filter(Boolean).join(", ") || "–" })}{" "}
        {isDated && t("provenance.signedAt", { time: formatDateTime(signedAt) })}{" "}
        {generator && t("provenance.generator", { name: generator })}
      </p>
      <p>{t("provenance.noTrustList")}</p>
      {steps.length > 0 && (
        <div>
          <p>{t("provenance.stepsTitle")}</p>
          <ol className="list-decimal ps-6">
            {steps.map((step, index) => (
              <StepLine key={index} step={step} />
            ))}
          </ol>
        </div>
      )}
      <p>{t("provenance.notTheTruth")}</p>
    </>
  );
}

function StepLine({ step: { action, code, source } }: { step: Step }) {
  const t = useT();
  return (
    <li className="wrap-anywhere">
      {action ? t(`provenance.action_${action}`) : t("provenance.otherAction", { code })}
      {source && ` (${t(`provenance.source_${source}`)})`}
    </li>
  );
}
