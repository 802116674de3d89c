import type { AskedGap } from "#app/assessment/asked-blanks.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";
import { useT } from "#app/platform/i18n.tsx";
import { describedBy, HintAndError } from "#app/ui/field.tsx";

import type { KindProps } from "./kind-props.ts";

/** A running text with a control at each gap; what is wrong stands below the text, named by the gap's number. */
export function BlanksFields({ q, rare, given, errors }: KindProps<"blanks">) {
  const t = useT();
  const gaps = rare.body.filter((part) => typeof part !== "string");
  return (
    <fieldset aria-describedby="gaps-hint">
      <legend className="text-lg leading-snug font-semibold">{q}</legend>
      <p id="gaps-hint" className="text-slate">
        {t("questions.gapsHint")}
      </p>
      <div className="mt-3 leading-[3.25] whitespace-pre-line">
        {rare.body.map((part, index) =>
          typeof part === "string" ? (
            <span key={index}>{part}</span>
          ) : (
            <Gap
              key={index}
              gap={part}
              number={gaps.indexOf(part) + 1}
              given={given[nameOf(part)]}
              error={errors[nameOf(part)]}
            />
          ),
        )}
      </div>
      {gaps.map((gap) => {
        const error = errors[nameOf(gap)];
        return error && <HintAndError key={gap.place} name={nameOf(gap)} error={error} />;
      })}
    </fieldset>
  );
}

function nameOf({ place }: AskedGap) {
  return `gap-${place}`;
}

type GapProps = { gap: AskedGap; number: number; given?: string | string[]; error?: MessageKey };

function Gap({ gap, number, given, error }: GapProps) {
  const t = useT();
  const name = nameOf(gap);
  const value = typeof given === "string" ? given : "";
  const shared = {
    id: name,
    name,
    "aria-describedby": describedBy(name, undefined, error),
    "aria-invalid": error ? true : undefined,
  };
  return (
    <>
      <label htmlFor={name} className="sr-only">
        {t("questions.gap", { number })} {gap.label}
      </label>
      {gap.kind === "choice" ? (
        <select {...shared} defaultValue={value} className="control mx-1 inline-block w-auto! max-w-full">
          <option value="">{t("quiz.choose")}</option>
          {gap.options.map((option, place) => (
            <option key={place} value={String(place)}>
              {option}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          defaultValue={value}
          inputMode={gap.kind === "number" ? "decimal" : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          size={gap.kind === "number" ? 8 : 16}
          className="control mx-1 inline-block w-auto! max-w-full"
        />
      )}
    </>
  );
}
