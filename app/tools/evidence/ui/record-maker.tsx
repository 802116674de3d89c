import { type ChangeEvent, useState } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";

import { fieldOfTime } from "../local-time.ts";
import { preservationRecord, type RecordDetails } from "../record.ts";
import { FileChooser } from "#app/ui/file-chooser.tsx";
import { HashedFiles } from "./hashed-files.tsx";
import { HashingStatus } from "./hashing-status.tsx";
import { RecordFields } from "./record-fields.tsx";
import { RecordSheet } from "./record-sheet.tsx";
import { saveAsFile } from "./save-as-file.ts";
import { type Hashed, useHashing } from "./use-hashing.ts";

/** Files, how they were kept, and the record of both. Everything is held by this component alone, until the page is left. */
export function RecordMaker() {
  const t = useT();
  const [files, setFiles] = useState<Hashed[]>([]);
  const [opened] = useState(() => new Date());
  const [details, setDetails] = useState<RecordDetails>(() => emptyDetails(opened));
  /** When something in the record was last changed: paper and file say the same. */
  const [madeAt, setMadeAt] = useState(opened);
  const { progress, outcome, hashAll, stop } = useHashing((one) => {
    setFiles((known) => [...known, one]);
    setMadeAt(new Date());
  });

  // One listener for all fields: they are no form, which a browser could send.
  const change = ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (!(target.name in details)) return;
    const value =
      target instanceof HTMLInputElement && target.type === "checkbox" ? target.checked : target.value;
    setDetails((before) => ({ ...before, [target.name]: value }));
    setMadeAt(new Date());
  };
  const record = preservationRecord(files, details, madeAt);
  const save = () =>
    saveAsFile(
      `record-${record.recordedAt.slice(0, 16).replace(/\D/g, "")}.json`,
      `${JSON.stringify(record, null, 2)}\n`,
    );
  return (
    <>
      <section className="stack no-print">
        <h2>{t("evidence.filesTitle")}</h2>
        <FileChooser
          id="files"
          label={t("evidence.choose")}
          hint={t("evidence.chooseHint")}
          isBusy={progress !== null}
          onChosen={(chosen) => void hashAll(chosen)}
        />
        <HashingStatus progress={progress} outcome={outcome} onStop={stop} />
        <HashedFiles
          files={files}
          onRemove={(gone) => setFiles(files.filter((_, index) => index !== gone))}
        />
      </section>
      <section className="stack no-print" onChange={change}>
        <h2>{t("evidence.detailsTitle")}</h2>
        <RecordFields when={details.when} zone={record.timeZone} />
      </section>
      <section className="stack">
        <h2 className="no-print">{t("evidence.recordTitle")}</h2>
        {files.length === 0 ? (
          <p className="no-print">{t("evidence.noFiles")}</p>
        ) : (
          <>
            <RecordSheet record={record} />
            <p className="flex flex-wrap gap-3 no-print">
              <Button type="button" onClick={() => window.print()}>
                {t("evidence.print")}
              </Button>
              <Button type="button" variant="secondary" onClick={save}>
                {t("evidence.save")}
              </Button>
            </p>
            <p className="no-print">{t("evidence.afterwards")}</p>
          </>
        )}
      </section>
    </>
  );
}

function emptyDetails(now: Date): RecordDetails {
  return {
    by: "",
    when: fieldOfTime(now),
    platform: "",
    address: "",
    how: "",
    remarks: "",
    withoutNames: false,
  };
}
