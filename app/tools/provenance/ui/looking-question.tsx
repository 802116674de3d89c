import { type ChangeEvent, useState } from "react";

import { useI18n } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";

import type { Look } from "../looking-score.ts";
import { type Sample, samples } from "../samples.ts";
import { SamplePicture } from "./sample-picture.tsx";
import { SampleTruth } from "./sample-truth.tsx";

const confidences = [50, 60, 70, 80, 90, 100];

type Given = { verdict?: string; confidence?: string };

export function LookingQuestion({
  sample,
  number,
  onAnswered,
  onNext,
}: {
  sample: Sample;
  number: number;
  onAnswered: (look: Look) => void;
  onNext: () => void;
}) {
  const { t } = useI18n();
  const [given, setGiven] = useState<Given>({});
  const [look, setLook] = useState<Look | null>(null);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const change = ({ target }: ChangeEvent<HTMLInputElement>) =>
    setGiven((before) => ({ ...before, [target.name]: target.value }));
  const see = () => {
    setIsIncomplete(!given.verdict || !given.confidence);
    if (!given.verdict || !given.confidence) return;
    const answered = {
      isAltered: sample.isAltered,
      saysAltered: given.verdict === "altered",
      confidence: Number(given.confidence) / 100,
    };
    setLook(answered);
    onAnswered(answered);
  };
  return (
    <div className="stack">
      <h3>{t("provenance.picture", { number, count: samples.length })}</h3>
      <SamplePicture sample={sample} />
      {!look && (
        <div className="stack" onChange={change}>
          <Questions isIncomplete={isIncomplete} given={given} />
          <Button type="button" onClick={see}>
            {t("provenance.see")}
          </Button>
        </div>
      )}
      <div role="status" className="stack">
        {look && (
          <>
            <p className="font-semibold">
              {t(look.isAltered === look.saysAltered ? "provenance.right" : "provenance.wrong")}
            </p>
            <SampleTruth sample={sample} />
          </>
        )}
      </div>
      {look && (
        <Button type="button" onClick={onNext}>
          {t(number < samples.length ? "provenance.next" : "provenance.toResult")}
        </Button>
      )}
    </div>
  );
}

function Questions({ isIncomplete, given }: { isIncomplete: boolean; given: Given }) {
  const { t, formatPercent } = useI18n();
  return (
    <>
      <RadioGroup
        name="verdict"
        legend={t("provenance.verdict")}
        options={[
          { value: "unaltered", label: t("provenance.unaltered") },
          { value: "altered", label: t("provenance.altered") },
        ]}
        error={isIncomplete && !given.verdict ? "provenance.chooseOne" : undefined}
      />
      <RadioGroup
        name="confidence"
        legend={t("provenance.confidence")}
        hint={t("provenance.confidenceHint")}
        options={confidences.map((percent) => ({
          value: String(percent),
          label: formatPercent(percent / 100),
        }))}
        error={isIncomplete && !given.confidence ? "provenance.chooseOne" : undefined}
      />
    </>
  );
}
