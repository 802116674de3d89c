import { type ReactNode, useEffect, useId, useRef } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";

/** Asks for what a block needs. Closed with Escape or "Cancel" it changes nothing. */
export function EditorDialog({
  title,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  onSubmit: (fields: Record<string, string>, form: FormData) => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useT();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="measure card m-auto w-full border-2 border-accent text-ink"
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const fields = Object.fromEntries([...form].map(([name, value]) => [name, String(value).trim()]));
          onSubmit(fields, form);
        }}
      >
        <h2 id={id}>{title}</h2>
        {children}
        <div className="flex flex-wrap gap-4">
          <Button>{t("editor.apply")}</Button>
          <Button type="button" variant="secondary" onClick={() => dialog.current?.close()}>
            {t("common.cancel")}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
