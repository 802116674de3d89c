import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";

import type { Hashed } from "./use-hashing.ts";

/** What will be in the record, with a way to take it out again. */
export function HashedFiles({ files, onRemove }: { files: Hashed[]; onRemove: (index: number) => void }) {
  const t = useT();
  if (files.length === 0) return null;
  return (
    <ol className="grid gap-2">
      {files.map(({ file, sha256 }, index) => (
        <li
          key={`${index} ${sha256}`}
          className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line pb-1"
        >
          <span className="min-w-0 wrap-anywhere">
            {index + 1}. {file.name}
          </span>
          <Button type="button" variant="quiet" onClick={() => onRemove(index)}>
            {t("evidence.remove")} <span className="sr-only">{file.name}</span>
          </Button>
        </li>
      ))}
    </ol>
  );
}
