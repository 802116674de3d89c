import type { AnswerFileKind } from "#app/assessment/answer-file.ts";
import { useI18n } from "#app/platform/i18n.tsx";

/** An essay as it was written, or a file to be downloaded: nothing of it runs or is shown on our pages. */
export function GradedAnswer({
  answer,
  fileAddress,
}: {
  answer: { text: string | null; file: { kind: AnswerFileKind; bytes: number } | null };
  fileAddress: string;
}) {
  const { t, formatNumber } = useI18n();
  if (answer.file) {
    const { kind, bytes } = answer.file;
    return (
      <>
        <p>
          <a href={fileAddress} download>
            {t("grading.fileOpen", { kind: t(`grading.kind_${kind}`), size: formatNumber(bytes / 1e6, 2) })}
          </a>
        </p>
        <p className="text-slate">{t("grading.fileNote")}</p>
      </>
    );
  }
  return <div className="card whitespace-pre-wrap wrap-anywhere">{answer.text}</div>;
}
