import { useState } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

import { compareFiles, type ComparedFile, type FileState } from "../comparison.ts";
import { readRecordedFiles, type RecordedFile } from "../record.ts";
import { FileChooser } from "#app/ui/file-chooser.tsx";
import { HashingStatus } from "./hashing-status.tsx";
import { type Hashed, useHashing } from "./use-hashing.ts";

/** A record and its files again: what is the same, what has changed, what is missing. */
export function RecordCheck() {
  const t = useT();
  const [recorded, setRecorded] = useState<RecordedFile[] | null>(null);
  const [isForeign, setIsForeign] = useState(false);
  const [files, setFiles] = useState<Hashed[]>([]);
  const { progress, outcome, hashAll, stop } = useHashing((one) => setFiles((known) => [...known, one]));
  const read = async ([file]: File[]) => {
    const found = file ? readRecordedFiles(await file.text()) : null;
    setRecorded(found);
    setIsForeign(!found);
    setFiles([]);
  };
  return (
    <section className="stack no-print">
      <h2>{t("evidence.checkTitle")}</h2>
      <p>{t("evidence.checkLead")}</p>
      <FileChooser
        id="record"
        label={t("evidence.chooseRecord")}
        hint={t("evidence.chooseRecordHint")}
        accept=".json,application/json"
        isSingle
        isBusy={progress !== null}
        onChosen={(chosen) => void read(chosen)}
      />
      <div role="status">
        {isForeign && <Notice kind="danger">{t("evidence.notARecord")}</Notice>}
        {recorded && <p>{t("evidence.recordRead", { count: recorded.length })}</p>}
      </div>
      {recorded && (
        <>
          <FileChooser
            id="files-again"
            label={t("evidence.chooseAgain")}
            hint={t("evidence.chooseHint")}
            isBusy={progress !== null}
            onChosen={(chosen) => void hashAll(chosen)}
          />
          <HashingStatus progress={progress} outcome={outcome} onStop={stop} />
          {outcome && !progress && <Compared recorded={recorded} files={files} />}
        </>
      )}
    </section>
  );
}

const looks: Record<FileState, "done" | "wrong" | "neutral"> = {
  same: "done",
  changed: "wrong",
  missing: "neutral",
};

function Compared({ recorded, files }: { recorded: RecordedFile[]; files: Hashed[] }) {
  const t = useT();
  const comparison = compareFiles(recorded, files);
  return (
    <div className="card stack">
      <h3>{t("evidence.comparedTitle")}</h3>
      <ol className="grid gap-3">
        {comparison.files.map((one) => (
          <ComparedLine key={one.recorded.number} one={one} />
        ))}
      </ol>
      {comparison.others.length > 0 && (
        <p className="wrap-anywhere">{t("evidence.others", { names: comparison.others.join(", ") })}</p>
      )}
    </div>
  );
}

function ComparedLine({ one: { recorded, state, foundAs } }: { one: ComparedFile }) {
  const t = useT();
  return (
    <li className="border-b border-line pb-2">
      <p className="wrap-anywhere">
        {recorded.number}. {recorded.name ?? t("evidence.nameLeftOut")}
      </p>
      <p>
        <StatusTag kind={looks[state]}>{t(`evidence.state_${state}`)}</StatusTag>
      </p>
      {foundAs !== undefined && <p className="wrap-anywhere">{t("evidence.foundAs", { name: foundAs })}</p>}
    </li>
  );
}
