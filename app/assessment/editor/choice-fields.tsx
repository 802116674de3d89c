import type { QuestionType } from "#app/library/question-format.ts";
import { useT } from "#app/platform/i18n.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

import { Line, RightMark, useEditor, Words } from "./editor-context.tsx";
import { PartList } from "./part-list.tsx";
import { ScoringField } from "./scoring-field.tsx";

/** Options of which one is right (and others may be partly), or several. */
export function OptionsFields({ type }: { type: QuestionType }) {
  const t = useT();
  const isOne = type !== "multiple";
  return (
    <>
      <PartList
        list="options"
        legend={t("bank.options")}
        hint={t(isOne ? "bank.optionsHintOne" : "bank.optionsHintSome")}
        partLabel="bank.optionN"
        addLabel="bank.addOption"
        least={2}
        isOrdered
        errorOf="right"
      >
        {(id) => (
          <>
            <Words name={`option.${id}`} label={t("bank.optionText")} />
            {isOne ? (
              <RightMark name="right" value={id} isOne />
            ) : (
              <RightMark name={`right.${id}`} value="yes" isOne={false} />
            )}
            <OptionMore id={id} isOne={isOne} />
          </>
        )}
      </PartList>
      {!isOne && <ScoringField />}
    </>
  );
}

/** What few options need: closed until something stands in it. */
function OptionMore({ id, isOne }: { id: string; isOne: boolean }) {
  const t = useT();
  const { fields, errors } = useEditor();
  const names = [`optionWhy.${id}`, `percent.${id}`];
  return (
    <Disclosure summary={t("bank.optionMore")} isOpen={names.some((name) => fields[name] || errors?.[name])}>
      <div className="grid gap-3">
        <Words
          name={`optionWhy.${id}`}
          label={t("bank.optionWhy")}
          hint={t("bank.optionWhyHint")}
          isOptional
        />
        {isOne && (
          <Line
            name={`percent.${id}`}
            label={t("bank.percent")}
            hint={t("bank.percentHint")}
            inputMode="decimal"
            isOptional
          />
        )}
      </div>
    </Disclosure>
  );
}

export function TruthFields() {
  const t = useT();
  const { fields, errors } = useEditor();
  return (
    <RadioGroup
      name="right"
      legend={t("bank.truth")}
      options={[
        { value: "true", label: t("quiz.true") },
        { value: "false", label: t("quiz.false") },
      ]}
      defaultValue={fields.right}
      error={errors?.right}
    />
  );
}
