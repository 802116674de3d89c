import type { ReactNode } from "react";

import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { HintAndError } from "#app/ui/field.tsx";

import { useEditor } from "./editor-context.tsx";
import { partsAt } from "./form-fields.ts";

type PartListProps = {
  /** Field that lists the ids of the parts. */
  list: string;
  legend: ReactNode;
  hint?: ReactNode;
  /** Name of a part, with {n}. */
  partLabel: MessageKey;
  addLabel: MessageKey;
  /** Parts that there must be: fewer cannot be left. */
  least: number;
  /** Whether the order says something. */
  isOrdered?: boolean;
  /** Another field whose fault belongs to the whole list. */
  errorOf?: string;
  children: (id: string, index: number) => ReactNode;
};

/**
 * Parts of a question, each in a frame with buttons to move and remove it. The buttons send the form, so that they work
 * without JavaScript; nothing is saved by them.
 */
export function PartList(props: PartListProps) {
  const t = useT();
  const { fields, errors } = useEditor();
  const { list, legend, hint, addLabel, errorOf, children } = props;
  const ids = partsAt({ fields }, list);
  const faulty = errors?.[list] ? list : errorOf && errors?.[errorOf] ? errorOf : list;
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-lg font-semibold">{legend}</legend>
      <span id={faulty} tabIndex={-1} className="sr-only" />
      <HintAndError name={faulty} hint={hint} error={errors?.[faulty]} />
      <input type="hidden" name={list} value={fields[list] ?? ""} />
      <input type="hidden" name={`${list}.gone`} value={fields[`${list}.gone`] ?? ""} />
      {ids.map((id, index) => (
        <fieldset key={id} className="card grid gap-3 p-4">
          <legend className="float-start font-semibold">{t(props.partLabel, { n: index + 1 })}</legend>
          {children(id, index)}
          <PartButtons {...props} id={id} index={index} count={ids.length} />
        </fieldset>
      ))}
      <div>
        <Button variant="secondary" name="do" value={`add ${list}`}>
          {t(addLabel)}
        </Button>
      </div>
    </fieldset>
  );
}

function PartButtons({
  list,
  partLabel,
  least,
  isOrdered,
  id,
  index,
  count,
}: PartListProps & { id: string; index: number; count: number }) {
  const t = useT();
  const part = t(partLabel, { n: index + 1 });
  const acts = [
    ...(isOrdered && index > 0
      ? [{ act: "up", label: t("bank.moveUp"), name: t("bank.moveUpPart", { part }) }]
      : []),
    ...(isOrdered && index < count - 1
      ? [{ act: "down", label: t("bank.moveDown"), name: t("bank.moveDownPart", { part }) }]
      : []),
    ...(count > least
      ? [{ act: "remove", label: t("bank.remove"), name: t("bank.removePart", { part }) }]
      : []),
  ];
  if (acts.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-x-5">
      {acts.map(({ act, label, name }) => (
        <Button key={act} variant="quiet" name="do" value={`${act} ${list} ${id}`} aria-label={name}>
          {label}
        </Button>
      ))}
    </div>
  );
}
