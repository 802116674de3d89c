import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";

import { Line, RightMark, Select, useEditor, Words } from "./editor-context.tsx";
import { PartList } from "./part-list.tsx";
import { NumberKeyFields, TypedKeyFields } from "./typed-fields.tsx";

export function BlanksFields() {
  const t = useT();
  return (
    <>
      <Words name="body" label={t("bank.body")} hint={t("bank.bodyHint", { mark: "{{g1}}" })} rows={5} />
      <PartList
        list="gaps"
        legend={t("bank.gaps")}
        hint={t("bank.gapsHint")}
        partLabel="bank.gapN"
        addLabel="bank.addGap"
        least={1}
      >
        {(id) => <GapFields id={id} />}
      </PartList>
      <Select
        name="scoring"
        label={t("bank.scoring")}
        options={[
          { value: "each", label: t("bank.scoringEachGap") },
          { value: "all", label: t("bank.scoringAllGaps") },
        ]}
      />
    </>
  );
}

function GapFields({ id }: { id: string }) {
  const t = useT();
  const { fields } = useEditor();
  const prefix = `gap.${id}.`;
  const kind = fields[`${prefix}kind`] ?? "choice";
  return (
    <>
      <p className="text-slate">{t("bank.gapMark", { mark: `{{${id}}}` })}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name={`${prefix}kind`}
          label={t("bank.gapKind")}
          options={[
            { value: "choice", label: t("bank.gapKindChoice") },
            { value: "typed", label: t("bank.gapKindTyped") },
            { value: "number", label: t("bank.gapKindNumber") },
          ]}
        />
        <Line name={`${prefix}weight`} label={t("bank.weight")} inputMode="decimal" isOptional />
      </div>
      <div>
        <Button variant="quiet" name="do" value="show">
          {t("bank.gapKindShow")}
        </Button>
      </div>
      <Line name={`${prefix}label`} label={t("bank.gapLabel")} hint={t("bank.gapLabelHint")} isOptional />
      {kind === "choice" && <GapOptions prefix={prefix} />}
      {kind === "typed" && <TypedKeyFields prefix={prefix} />}
      {kind === "number" && <NumberKeyFields prefix={prefix} />}
      <Unshown prefix={prefix} kind={kind} />
    </>
  );
}

function GapOptions({ prefix }: { prefix: string }) {
  const t = useT();
  return (
    <PartList
      list={`${prefix}options`}
      legend={t("bank.options")}
      partLabel="bank.optionN"
      addLabel="bank.addOption"
      least={2}
      isOrdered
      errorOf={`${prefix}right`}
    >
      {(id) => (
        <>
          <Words name={`${prefix}option.${id}`} label={t("bank.optionText")} rows={1} />
          <RightMark name={`${prefix}right`} value={id} isOne />
        </>
      )}
    </PartList>
  );
}

const ofKind: Record<string, RegExp> = {
  choice: /^(options|option\.|right)/,
  typed: /^(accepted|fold|wildcards)/,
  number: /^(answer|tolerance)/,
};

/** What was typed for another kind of gap comes back when the kind is changed back. */
function Unshown({ prefix, kind }: { prefix: string; kind: string }) {
  const { fields } = useEditor();
  return Object.entries(ofKind)
    .filter(([other]) => other !== kind)
    .flatMap(([, pattern]) =>
      Object.entries(fields)
        .filter(([name]) => name.startsWith(prefix) && pattern.test(name.slice(prefix.length)))
        .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />),
    );
}
