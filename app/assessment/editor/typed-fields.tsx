import { useT } from "#app/platform/i18n.tsx";

import { Line, Select, Tick } from "./editor-context.tsx";
import { PartList } from "./part-list.tsx";

/** A number and how far from it an answer may be. */
export function NumberKeyFields({ prefix = "" }: { prefix?: string }) {
  const t = useT();
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Line name={`${prefix}answer`} label={t("bank.number")} inputMode="decimal" />
      <Line name={`${prefix}tolerance`} label={t("bank.tolerance")} inputMode="decimal" isOptional />
      <Select
        name={`${prefix}toleranceKind`}
        label={t("bank.toleranceKind")}
        options={[
          { value: "absolute", label: t("bank.toleranceAbsolute") },
          { value: "relative", label: t("bank.toleranceRelative") },
        ]}
      />
    </div>
  );
}

export function NumericFields() {
  const t = useT();
  return (
    <>
      <p className="text-slate">{t("bank.numberHint")}</p>
      <NumberKeyFields />
      <Line name="unit" label={t("bank.unit")} hint={t("bank.unitHint")} isOptional />
      <Tick name="unitRequired" label={t("bank.unitRequired")} hint={t("bank.unitRequiredHint")} />
      <PartList
        list="units"
        legend={t("bank.units")}
        hint={t("bank.unitsHint")}
        partLabel="bank.unitN"
        addLabel="bank.addUnit"
        least={0}
      >
        {(id) => (
          <div className="grid gap-3 sm:grid-cols-2">
            <Line name={`units.${id}.name`} label={t("bank.unit")} />
            <Line name={`units.${id}.factor`} label={t("bank.factor")} inputMode="decimal" />
          </div>
        )}
      </PartList>
    </>
  );
}

/** Typed answers that count, and what they are compared without. */
export function TypedKeyFields({ prefix = "" }: { prefix?: string }) {
  const t = useT();
  return (
    <>
      <PartList
        list={`${prefix}accepted`}
        legend={t("bank.accepted")}
        hint={t("bank.acceptedHint")}
        partLabel="bank.acceptedN"
        addLabel="bank.addAccepted"
        least={1}
      >
        {(id) => (
          <div className="grid gap-3 sm:grid-cols-[1fr_12rem]">
            <Line name={`${prefix}accepted.${id}.text`} label={t("bank.acceptedText")} />
            <Line
              name={`${prefix}accepted.${id}.percent`}
              label={t("bank.percentOfPoints")}
              inputMode="decimal"
              isOptional
            />
          </div>
        )}
      </PartList>
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">{t("bank.fold")}</legend>
        <Tick name={`${prefix}fold.case`} label={t("bank.foldCase")} />
        <Tick name={`${prefix}fold.diacritics`} label={t("bank.foldDiacritics")} />
        <Tick name={`${prefix}fold.script`} label={t("bank.foldScript")} />
        <Tick name={`${prefix}wildcards`} label={t("bank.wildcards")} hint={t("bank.wildcardsHint")} />
      </fieldset>
    </>
  );
}
