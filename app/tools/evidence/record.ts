import { timeOfField, timeWithOffset } from "./local-time.ts";

/** One file as it was when it was hashed; the name may have been left out. */
export type RecordedFile = {
  number: number;
  name?: string;
  /** In bytes. */
  size: number;
  /** As the browser takes it from the name ("image/jpeg"); "" when it knows none. */
  type: string;
  modifiedAt: string;
  sha256: string;
};

/** The file that is downloaded; every field is described in docs/evidence-record.md. */
export type PreservationRecord = {
  format: typeof recordFormat;
  version: 1;
  hashAlgorithm: "SHA-256";
  recordedAt: string;
  timeZone: string;
  preservedBy: string;
  preservedAt: string;
  source: { platform: string; address: string };
  method: string;
  remarks: string;
  files: RecordedFile[];
};

export const recordFormat = "sigurna-preservation-record";

export type HashedFile = { file: Pick<File, "name" | "size" | "type" | "lastModified">; sha256: string };

/** What is typed in; all of it may stay empty. */
export type RecordDetails = {
  by: string;
  when: string;
  platform: string;
  address: string;
  how: string;
  remarks: string;
  withoutNames: boolean;
};

export function preservationRecord(
  files: HashedFile[],
  details: RecordDetails,
  now: Date,
): PreservationRecord {
  return {
    format: recordFormat,
    version: 1,
    hashAlgorithm: "SHA-256",
    recordedAt: timeWithOffset(now),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    preservedBy: details.by.trim(),
    preservedAt: timeOfField(details.when),
    source: { platform: details.platform.trim(), address: details.address.trim() },
    method: details.how.trim(),
    remarks: details.remarks.trim(),
    files: files.map(({ file, sha256 }, index) => ({
      number: index + 1,
      ...(details.withoutNames ? {} : { name: file.name }),
      size: file.size,
      type: file.type,
      modifiedAt: timeWithOffset(new Date(file.lastModified)),
      sha256,
    })),
  };
}

/** The files of a record that was downloaded here; null when the text is no such record. */
export function readRecordedFiles(text: string): RecordedFile[] | null {
  try {
    const record = JSON.parse(text) as Partial<PreservationRecord> | null;
    if (record?.format !== recordFormat || record.version !== 1 || !Array.isArray(record.files)) return null;
    return record.files.every(isRecordedFile) ? record.files : null;
  } catch {
    return null;
  }
}

function isRecordedFile(file: Partial<RecordedFile> | null): boolean {
  return (
    typeof file?.number === "number" &&
    typeof file.size === "number" &&
    (file.name === undefined || typeof file.name === "string") &&
    /^[0-9a-f]{64}$/.test(String(file.sha256))
  );
}
