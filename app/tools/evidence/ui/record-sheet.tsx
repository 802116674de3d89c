import type { ReactNode } from "react";

import { useI18n } from "#app/platform/i18n.tsx";

import { writtenTime } from "../local-time.ts";
import type { PreservationRecord, RecordedFile } from "../record.ts";

/** The record as it is printed and signed. */
export function RecordSheet({ record }: { record: PreservationRecord }) {
  const { t } = useI18n();
  return (
    <article className="card stack" aria-labelledby="sheet-title">
      <h3 id="sheet-title">{t("evidence.sheetTitle")}</h3>
      <dl className="grid gap-3">
        <Line name={t("evidence.by")}>{record.preservedBy}</Line>
        <Line name={t("evidence.when")}>
          {record.preservedAt && `${writtenTime(record.preservedAt)} (${record.timeZone})`}
        </Line>
        <Line name={t("evidence.platform")}>{record.source.platform}</Line>
        <Line name={t("evidence.address")}>{record.source.address}</Line>
        <Line name={t("evidence.how")}>{record.method}</Line>
        <Line name={t("evidence.remarks")}>{record.remarks}</Line>
        <Line
          name={t("evidence.recordedAt")}
        >{`${writtenTime(record.recordedAt)} (${record.timeZone})`}</Line>
      </dl>
      <ol className="grid gap-4">
        {record.files.map((file) => (
          <li key={file.number} className="break-inside-avoid border-t border-line pt-3">
            <FileOfRecord file={file} />
          </li>
        ))}
      </ol>
      <SignatureLine />
    </article>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="sm:grid sm:grid-cols-[14rem_1fr] sm:gap-4">
      <dt className="font-semibold">{name}</dt>
      <dd className="whitespace-pre-line wrap-anywhere">{children || "–"}</dd>
    </div>
  );
}

function FileOfRecord({ file }: { file: RecordedFile }) {
  const { t, formatNumber } = useI18n();
  const size = t("evidence.bytes", { count: file.size, size: formatNumber(file.size, 0) });
  return (
    <>
      <p className="font-semibold wrap-anywhere">
        {file.number}. {file.name ?? t("evidence.nameLeftOut")}
      </p>
      <p>
        {[size, file.type, t("evidence.modified", { time: writtenTime(file.modifiedAt) })]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p className="wrap-anywhere">
        {"SHA-256: "}
        <code>{file.sha256}</code>
      </p>
    </>
  );
}

function SignatureLine() {
  const { t } = useI18n();
  return (
    <p className="hidden border-t border-current pt-1 print:mt-16 print:block">{t("evidence.signature")}</p>
  );
}
