import { Link, useSearchParams } from "@remix-run/react";

import type { AnswerFileFault, AnswerFileKind } from "#app/assessment/answer-file.ts";
import { type MessageKey, useI18n } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { describedBy, Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";

const faults: Record<AnswerFileFault, MessageKey> = {
  missing: "graded.fileMissing",
  empty: "graded.fileEmpty",
  tooLarge: "graded.fileTooLarge",
  wrongKind: "graded.fileWrongKind",
  hasMacros: "graded.fileHasMacros",
};

/**
 * The answer to a file question: what was sent, and a form that sends another. A form of its own that loads the document
 * anew, so that it is the same without JavaScript. `address` is the question's, `next` what follows it.
 */
export function FileAnswer({
  label,
  address,
  next,
  accept,
  endings,
  maxMegabytes,
  given,
}: {
  label: string;
  address: string;
  next: string;
  accept: AnswerFileKind[];
  /** For the browser's choice, without the dot. */
  endings: string[];
  maxMegabytes: number;
  given: { kind: AnswerFileKind; bytes: number } | null;
}) {
  const { t, formatNumber } = useI18n();
  const outcome = useSearchParams()[0].get("file");
  const error = outcome && outcome in faults ? faults[outcome as AnswerFileFault] : undefined;
  const kinds = accept.map((kind) => t(`graded.kind_${kind}`)).join(", ");
  const hint = t("graded.fileHint", { kinds, megabytes: formatNumber(maxMegabytes) });
  return (
    <div className="stack">
      {given && (
        <Notice kind="success" isStatus={outcome === "saved"}>
          <p>
            {t("graded.fileReceived", {
              kind: t(`graded.kind_${given.kind}`),
              size: formatNumber(given.bytes / 1e6, 2),
            })}{" "}
            <a href={`${address}/file`} download>
              {t("graded.fileOpen")}
            </a>
          </p>
        </Notice>
      )}
      <form method="post" encType="multipart/form-data" action={`${address}/file`} className="stack">
        <Field name="file" label={label} hint={hint} error={error}>
          <input
            type="file"
            id="file"
            name="file"
            accept={endings.map((ending) => `.${ending}`).join(",")}
            className="control"
            aria-describedby={describedBy("file", hint, error)}
            aria-invalid={error ? true : undefined}
          />
        </Field>
        <p className="text-slate">{t("graded.filePrivacy")}</p>
        <Button variant={given ? "secondary" : "primary"}>
          {t(given ? "graded.fileReplace" : "graded.fileSend")}
        </Button>
      </form>
      {given && <Link to={next}>{t("graded.fileGoOn")}</Link>}
    </div>
  );
}
