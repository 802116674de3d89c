import { useState } from "react";

import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import type { Choice } from "../../editor/lesson-choices.ts";
import { optionsOf } from "./choice-options.ts";
import { EditorDialog } from "./editor-dialog.tsx";

/** Asks where a link leads: to a page of the lesson, or to an address. */
export function LinkDialog({
  href,
  pages,
  needsText,
  onDone,
  onClose,
}: {
  href: string;
  pages: Choice[];
  /** Whether nothing is chosen that could become the link. */
  needsText: boolean;
  onDone: (href: string, text: string) => void;
  onClose: () => void;
}) {
  const t = useT();
  const [error, setError] = useState<MessageKey>();
  const isPage = pages.some(({ id }) => id === href);
  const refuse = (key: MessageKey) => {
    setError(key);
    document.getElementById("address")?.focus();
  };
  const submit = ({ page = "", address = "", text = "" }: Record<string, string>) => {
    const target = page || address;
    if (target === "" && href !== "") return onDone("", "");
    if (page === "" && !/^https?:\/\/\S+$/.test(address)) return refuse("editor.addressForm");
    onDone(target, text || pages.find(({ id }) => id === page)?.title || "");
  };
  return (
    <EditorDialog title={t("editor.link")} onSubmit={submit} onClose={onClose}>
      {needsText && <TextField name="text" label={t("editor.linkText")} isOptional />}
      <TextField
        name="address"
        label={t("editor.address")}
        hint={href ? t("editor.addressEmpty") : t("editor.addressHint")}
        inputMode="url"
        defaultValue={isPage ? "" : href}
        error={error}
        spellCheck={false}
      />
      <SelectField
        name="page"
        label={t("editor.linkPage")}
        options={optionsOf(pages, "")}
        defaultValue={isPage ? href : ""}
      />
    </EditorDialog>
  );
}
