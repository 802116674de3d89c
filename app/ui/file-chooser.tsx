import { type DragEvent, type ReactNode, useEffect, useRef } from "react";

import { onChosenEarly } from "./typed-early.tsx";

/** Chooses files, or takes dropped ones; they are only read. */
export function FileChooser({
  id,
  label,
  hint,
  accept,
  isSingle = false,
  isBusy = false,
  onChosen,
}: {
  id: string;
  label: string;
  hint: ReactNode;
  accept?: string;
  isSingle?: boolean;
  isBusy?: boolean;
  onChosen: (files: File[]) => void;
}) {
  const last = useRef<File>(undefined);
  const take = (files: Iterable<File>) => {
    const chosen = [...files].slice(0, isSingle ? 1 : undefined);
    // A field that came with the server's page may tell of the same choice twice.
    if (chosen.length === 0 || chosen[0] === last.current || isBusy) return;
    last.current = chosen[0];
    onChosen(chosen);
  };
  const takeNow = useRef(take);
  useEffect(() => {
    takeNow.current = take;
  });
  useEffect(() => onChosenEarly(id, (files) => takeNow.current(files)), [id]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  };
  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      className="rounded-box border-2 border-dashed border-control bg-surface p-4 sm:p-6"
    >
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-slate">
        {hint}
      </p>
      <input
        id={id}
        type="file"
        multiple={!isSingle}
        accept={accept}
        disabled={isBusy}
        aria-describedby={`${id}-hint`}
        // Without it the same file could not be chosen again.
        onClick={(event) => (event.currentTarget.value = "")}
        onChange={(event) => take(event.target.files ?? [])}
        className="mt-3 block w-full min-w-0 file:me-3 file:min-h-11 file:rounded-box file:border-2 file:border-control file:bg-surface file:px-4 file:font-semibold file:text-ink"
      />
    </div>
  );
}
