import { useT } from "#app/platform/i18n.tsx";

import { Select, Words } from "./editor-context.tsx";
import { PartList } from "./part-list.tsx";

export function OrderFields() {
  const t = useT();
  return (
    <>
      <PartList
        list="options"
        legend={t("bank.orderParts")}
        hint={t("bank.orderHint")}
        partLabel="bank.stepN"
        addLabel="bank.addStep"
        least={2}
        isOrdered
      >
        {(id) => <Words name={`option.${id}`} label={t("bank.optionText")} />}
      </PartList>
      <Select
        name="scoring"
        label={t("bank.scoring")}
        hint={t("bank.scoringOrderHint")}
        options={[
          { value: "exact", label: t("bank.scoringExact") },
          { value: "pairs", label: t("bank.scoringNeighbours") },
        ]}
      />
    </>
  );
}

export function MatchFields() {
  const t = useT();
  return (
    <>
      <PartList
        list="pairs"
        legend={t("bank.pairs")}
        hint={t("bank.pairsHint")}
        partLabel="bank.pairN"
        addLabel="bank.addPair"
        least={2}
        isOrdered
      >
        {(id) => (
          <div className="grid gap-3 sm:grid-cols-2">
            <Words name={`left.${id}`} label={t("bank.left")} />
            <Words name={`right.${id}`} label={t("bank.rightSide")} />
          </div>
        )}
      </PartList>
      <PartList
        list="distractors"
        legend={t("bank.distractors")}
        hint={t("bank.distractorsHint")}
        partLabel="bank.distractorN"
        addLabel="bank.addDistractor"
        least={0}
      >
        {(id) => <Words name={`right.${id}`} label={t("bank.optionText")} />}
      </PartList>
      <Select
        name="scoring"
        label={t("bank.scoring")}
        options={[
          { value: "all", label: t("bank.scoringAllPairs") },
          { value: "each", label: t("bank.scoringEachPair") },
        ]}
      />
    </>
  );
}
