import { useT } from "#app/platform/i18n.tsx";

import { Line, Select, useEditor, Words } from "./editor-context.tsx";
import { partsAt } from "./form-fields.ts";
import { PartList } from "./part-list.tsx";

export function BranchingFields() {
  const t = useT();
  return (
    <PartList
      list="steps"
      legend={t("bank.branchSteps")}
      hint={t("bank.branchStepsHint")}
      partLabel="bank.branchStepN"
      addLabel="bank.addBranchStep"
      least={1}
      isOrdered
    >
      {(id) => <StepFields id={id} />}
    </PartList>
  );
}

function StepFields({ id }: { id: string }) {
  const t = useT();
  const { fields } = useEditor();
  const next = [
    { value: "", label: t("bank.nextEnd") },
    ...partsAt({ fields }, "steps")
      .map((step, index) => ({ value: step, label: t("bank.branchStepN", { n: index + 1 }) }))
      .filter(({ value }) => value !== id),
  ];
  return (
    <>
      <Words name={`step.${id}`} label={t("bank.branchText")} hint={t("bank.branchTextHint")} rows={3} />
      <PartList
        list={`step.${id}.choices`}
        legend={t("bank.branchChoices")}
        partLabel="bank.choiceN"
        addLabel="bank.addChoice"
        least={2}
        isOrdered
      >
        {(choice) => {
          const name = `step.${id}.choice.${choice}`;
          return (
            <>
              <Words name={name} label={t("bank.choiceText")} />
              <Words
                name={`${name}.consequence`}
                label={t("bank.consequence")}
                hint={t("bank.consequenceHint")}
              />
              <div className="grid gap-3 sm:grid-cols-2">
                <Select name={`${name}.next`} label={t("bank.next")} options={next} />
                <Line name={`${name}.points`} label={t("bank.choicePoints")} inputMode="decimal" isOptional />
              </div>
            </>
          );
        }}
      </PartList>
    </>
  );
}
