import type { ReactNode } from "react";

import type { MessageKey } from "#app/platform/i18n.tsx";

import { describedBy, HintAndError } from "./field.tsx";
import type { Option } from "./select-field.tsx";

type GroupProps = {
  name: string;
  /** Where several groups of a form fill one name; else the name. */
  id?: string;
  legend: ReactNode;
  hint?: ReactNode;
  /** Stands between the hint and the options. */
  above?: ReactNode;
  options: Option[];
  error?: MessageKey;
};

/** One of several. The first control carries the group's name as id, so that an error summary can lead to it. */
export function RadioGroup({ defaultValue, ...group }: GroupProps & { defaultValue?: string }) {
  return <Choices {...group} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />;
}

/** Any of several; sent as `name[]`. */
export function CheckboxGroup({ defaultValue = [], ...group }: GroupProps & { defaultValue?: string[] }) {
  return <Choices {...group} type="checkbox" chosen={defaultValue} />;
}

function Choices({
  name,
  id = name,
  legend,
  hint,
  above,
  options,
  error,
  type,
  chosen,
}: GroupProps & { type: "radio" | "checkbox"; chosen: string[] }) {
  return (
    <fieldset
      aria-describedby={describedBy(id, hint, error)}
      className={error ? "border-s-4 border-brick ps-4" : ""}
    >
      <legend className="font-semibold">{legend}</legend>
      <HintAndError name={id} hint={hint} error={error} />
      {above && <div className="mt-3">{above}</div>}
      <div className="mt-2 grid gap-2">
        {options.map((option, index) => (
          <ChoiceRow key={option.value} hint={option.hint} label={option.label}>
            <input
              type={type}
              id={index === 0 ? id : `${id}-${option.value}`}
              name={type === "checkbox" ? `${name}[]` : name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              className="choice"
            />
          </ChoiceRow>
        ))}
      </div>
    </fieldset>
  );
}

export function Checkbox({
  name,
  label,
  hint,
  value = "yes",
  defaultChecked,
  error,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
  error?: MessageKey;
}) {
  return (
    <div className={error ? "border-s-4 border-brick ps-4" : ""}>
      <HintAndError name={name} error={error} />
      <ChoiceRow label={label} hint={hint}>
        <input
          type="checkbox"
          id={name}
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          aria-describedby={describedBy(name, undefined, error)}
          aria-invalid={error ? true : undefined}
          className="choice"
        />
      </ChoiceRow>
    </div>
  );
}

/** The whole row is the label: a large target for a thumb. */
function ChoiceRow({ label, hint, children }: { label: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <label className="choice-row flex min-h-11 items-start gap-3 rounded-box border border-line bg-surface px-3 py-2.5 has-checked:border-ink has-checked:bg-tint">
      {children}
      <span>
        {label}
        {hint && <span className="block text-sm text-slate">{hint}</span>}
      </span>
    </label>
  );
}
