import { useT } from "#app/platform/i18n.tsx";

import { Line, Tick, useEditor, Words } from "./editor-context.tsx";
import { HintAndError } from "#app/ui/field.tsx";
import { PartList } from "./part-list.tsx";

export function EssayFields() {
  const t = useT();
  return (
    <>
      <Line name="maxCharacters" label={t("bank.maxCharacters")} inputMode="numeric" />
      <RubricFields />
    </>
  );
}

export function FileFields() {
  const t = useT();
  const { errors } = useEditor();
  return (
    <>
      <fieldset className="grid gap-2">
        <legend id="accept" tabIndex={-1} className="mb-2 font-semibold">
          {t("bank.accept")}
        </legend>
        <HintAndError name="accept" error={errors?.accept} />
        <Tick name="accept.pdf" label={t("bank.acceptPdf")} />
        <Tick name="accept.document" label={t("bank.acceptDocument")} />
        <Tick name="accept.image" label={t("bank.acceptImage")} />
        <Tick name="accept.text" label={t("bank.acceptText")} />
      </fieldset>
      <Line
        name="maxMegabytes"
        label={t("bank.maxMegabytes")}
        hint={t("bank.maxMegabytesHint")}
        inputMode="decimal"
      />
      <RubricFields />
    </>
  );
}

function RubricFields() {
  const t = useT();
  return (
    <>
      <PartList
        list="criteria"
        legend={t("bank.criteria")}
        hint={t("bank.criteriaHint")}
        partLabel="bank.criterionN"
        addLabel="bank.addCriterion"
        least={1}
        isOrdered
      >
        {(id) => (
          <>
            <Words name={`criterion.${id}`} label={t("bank.criterionTitle")} rows={1} />
            <Levels criterion={id} />
          </>
        )}
      </PartList>
      <Words name="guidance" label={t("bank.guidance")} hint={t("bank.guidanceHint")} rows={3} isOptional />
    </>
  );
}

function Levels({ criterion }: { criterion: string }) {
  const t = useT();
  return (
    <PartList
      list={`criterion.${criterion}.levels`}
      legend={t("bank.levels")}
      hint={t("bank.levelsHint")}
      partLabel="bank.levelOnlyN"
      addLabel="bank.addLevel"
      least={2}
      isOrdered
    >
      {(level) => {
        const name = `criterion.${criterion}.level.${level}`;
        return (
          <div className="grid gap-3 sm:grid-cols-[1fr_8rem]">
            <Words name={name} label={t("bank.levelText")} />
            <Line name={`${name}.points`} label={t("bank.levelPoints")} inputMode="decimal" />
          </div>
        );
      }}
    </PartList>
  );
}
