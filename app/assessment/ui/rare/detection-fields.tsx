import { useI18n, useT } from "#app/platform/i18n.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import type { KindProps } from "./kind-props.ts";
import { RegionChoice } from "./region-choice.tsx";

const confidences = [50, 60, 70, 80, 90, 100];

/** Real or manipulated, how sure, and where or when. */
export function DetectionFields({ q, rare, given, errors }: KindProps<"detection">) {
  const { t, formatPercent } = useI18n();
  const text = (name: string) => (typeof given[name] === "string" ? (given[name] as string) : undefined);
  const regions = given.regions;
  const levels = confidences.map((percent) => ({
    value: String(percent),
    label: formatPercent(percent / 100),
    hint: percent === 50 ? t("questions.guessed") : percent === 100 ? t("questions.quiteSure") : undefined,
  }));
  return (
    <div className="stack">
      <p className="text-lg leading-snug font-semibold">{q}</p>
      <Medium rare={rare} />
      <RadioGroup
        name="answer"
        legend={t("questions.verdict")}
        options={[
          { value: "real", label: t("quiz.real") },
          { value: "manipulated", label: t("quiz.manipulated") },
        ]}
        defaultValue={text("answer")}
        error={errors.answer}
      />
      <RadioGroup
        name="confidence"
        legend={t("questions.confidence")}
        hint={t("questions.confidenceHint")}
        options={levels}
        defaultValue={text("confidence")}
        error={errors.confidence}
      />
      {rare.locate === "region" && (
        <RegionChoice
          name="regions"
          legend={t("questions.where")}
          hint={t("questions.locateHint")}
          image={rare.media}
          alt={rare.alt}
          regions={rare.regions}
          isOne={false}
          given={Array.isArray(regions) ? regions : regions ? [regions] : []}
          error={errors.regions}
        />
      )}
      {rare.locate === "second" && (
        <TextField
          name="second"
          label={t("questions.when")}
          hint={`${t("questions.locateHint")} ${t("questions.whenHint")}`}
          autoComplete="off"
          defaultValue={text("second")}
          error={errors.second}
        />
      )}
    </div>
  );
}

function Medium({ rare }: { rare: KindProps<"detection">["rare"] }) {
  const t = useT();
  const { medium, media, alt, transcript } = rare;
  return (
    <>
      {medium === "image" && <img src={media} alt={alt} className="h-auto max-w-full" />}
      {medium === "audio" && (
        <audio controls preload="metadata" src={media} aria-label={alt} className="w-full" />
      )}
      {medium === "video" && (
        <video
          controls
          playsInline
          preload="metadata"
          src={media}
          aria-label={alt}
          className="h-auto w-full"
        />
      )}
      {medium !== "image" && alt && <p className="text-slate">{alt}</p>}
      {transcript && (
        <Disclosure summary={t("questions.transcript")}>
          <p className="whitespace-pre-line">{transcript}</p>
        </Disclosure>
      )}
    </>
  );
}
