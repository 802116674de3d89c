import { useState } from "react";

import { useT } from "#app/platform/i18n.tsx";

import type { LessonChoices } from "../../editor/lesson-choices.ts";
import {
  type AskedBlock,
  askedBlocks,
  type Attributes,
  attributesOf,
  errorsIn,
  type Errors,
} from "./asked-block.ts";
import { BlockFields } from "./block-fields.tsx";
import { EditorDialog } from "./editor-dialog.tsx";

/** Asks for what a block needs before it can stand in a lesson. */
export function BlockDialog({
  name,
  given,
  choices,
  lang,
  otherIds,
  onDone,
  onClose,
}: {
  name: AskedBlock;
  given: Attributes;
  choices: LessonChoices;
  lang: string;
  /** Ids of the other pages of the lesson. */
  otherIds: string[];
  onDone: (attributes: Attributes) => void;
  onClose: () => void;
}) {
  const t = useT();
  const [errors, setErrors] = useState<Errors>({});
  const submit = (fields: Attributes) => {
    const attributes = attributesOf(name, fields, choices);
    const found = errorsIn(name, attributes, otherIds);
    setErrors(found);
    const [wrong] = Object.keys(found);
    if (wrong === undefined) onDone(attributes);
    else document.getElementById(wrong)?.focus();
  };
  return (
    <EditorDialog title={t(askedBlocks[name])} onSubmit={submit} onClose={onClose}>
      <BlockFields name={name} given={given} choices={choices} lang={lang} errors={errors} />
    </EditorDialog>
  );
}
