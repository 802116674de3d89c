import { useState } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";

import { Line, RightMark, Select, useEditor, Words } from "./editor-context.tsx";
import { MediaField } from "./media-field.tsx";
import { PartList } from "./part-list.tsx";
import { RegionsPicture } from "./regions-picture.tsx";
import { ScoringField } from "./scoring-field.tsx";

export function HotspotFields() {
  const t = useT();
  return (
    <>
      <MediaField name="image" label={t("bank.image")} accept="image/png,image/jpeg,image/webp,image/gif" />
      <Words name="alt" label={t("bank.alt")} hint={t("bank.altHint")} />
      <RegionList picture="image" />
      <Select
        name="choose"
        label={t("bank.choose")}
        options={[
          { value: "one", label: t("bank.chooseOne") },
          { value: "some", label: t("bank.chooseSome") },
        ]}
      />
      <ScoringField />
    </>
  );
}

export function DetectionFields() {
  const t = useT();
  const { fields, errors } = useEditor();
  const locate = fields.locate ?? "none";
  return (
    <>
      <Select
        name="medium"
        label={t("bank.medium")}
        options={[
          { value: "image", label: t("bank.mediumImage") },
          { value: "audio", label: t("bank.mediumAudio") },
          { value: "video", label: t("bank.mediumVideo") },
        ]}
      />
      <MediaField name="media" label={t("bank.media")} accept="image/*,audio/*,video/*" />
      <Words name="alt" label={t("bank.alt")} hint={t("bank.altHint")} />
      {fields.medium === "image" ? (
        <input type="hidden" name="transcript" value={fields.transcript ?? ""} />
      ) : (
        <Words name="transcript" label={t("bank.transcript")} hint={t("bank.transcriptHint")} rows={3} />
      )}
      <RadioGroup
        name="right"
        legend={t("bank.verdict")}
        options={[
          { value: "real", label: t("bank.real") },
          { value: "manipulated", label: t("bank.manipulated") },
        ]}
        defaultValue={fields.right}
        error={errors?.right}
      />
      <Select
        name="locate"
        label={t("bank.locate")}
        hint={t("bank.locateHint")}
        options={[
          { value: "none", label: t("bank.locateNone") },
          { value: "region", label: t("bank.locateRegion") },
          { value: "second", label: t("bank.locateSecond") },
        ]}
      />
      <div>
        <Button variant="quiet" name="do" value="show">
          {t("bank.mediumShow")}
        </Button>
      </div>
      {locate === "region" ? <RegionList picture="media" /> : <HiddenRegions />}
      {locate === "second" && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Line name="from" label={t("bank.secondFrom")} inputMode="decimal" />
          <Line name="to" label={t("bank.secondTo")} inputMode="decimal" />
        </div>
      )}
    </>
  );
}

function HiddenRegions() {
  const { fields } = useEditor();
  return Object.entries(fields)
    .filter(([name]) => name === "regions" || name === "regions.gone" || name.startsWith("region."))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function RegionList({ picture }: { picture: "image" | "media" }) {
  const t = useT();
  const { fields, mediaUrls } = useEditor();
  const url = mediaUrls[fields[picture] ?? ""];
  return (
    <>
      {url && fields.medium !== "audio" && fields.medium !== "video" && <RegionsPicture url={url} />}
      <div>
        <Button variant="quiet" name="do" value="show">
          {t("bank.regionsShow")}
        </Button>
      </div>
      <PartList
        list="regions"
        legend={t("bank.regions")}
        hint={t("bank.regionsHint")}
        partLabel="bank.regionN"
        addLabel="bank.addRegion"
        least={2}
      >
        {(id) => (
          <>
            <RegionFields id={id} />
            {picture === "image" && (
              <Words
                name={`optionWhy.${id}`}
                label={t("bank.optionWhy")}
                hint={t("bank.optionWhyHint")}
                isOptional
              />
            )}
          </>
        )}
      </PartList>
    </>
  );
}

function RegionFields({ id }: { id: string }) {
  const t = useT();
  const { fields } = useEditor();
  const name = `region.${id}`;
  const [shape, setShape] = useState(fields[`${name}.shape`] ?? "rect");
  const numbers = {
    rect: [
      { part: "left", label: t("bank.placeLeft") },
      { part: "top", label: t("bank.placeTop") },
      { part: "width", label: t("bank.placeWidth") },
      { part: "height", label: t("bank.placeHeight") },
    ],
    circle: [
      { part: "x", label: t("bank.placeX") },
      { part: "y", label: t("bank.placeY") },
      { part: "radius", label: t("bank.placeRadius") },
    ],
  };
  return (
    <>
      <Words name={name} label={t("bank.regionName")} hint={t("bank.regionNameHint")} rows={1} />
      <RightMark name={`${name}.right`} value="yes" isOne={false} />
      <div onChange={({ target }) => target instanceof HTMLSelectElement && setShape(target.value)}>
        <Select
          name={`${name}.shape`}
          label={t("bank.shape")}
          options={[
            { value: "rect", label: t("bank.shapeRect") },
            { value: "circle", label: t("bank.shapeCircle") },
            { value: "polygon", label: t("bank.shapePolygon") },
          ]}
        />
      </div>
      <noscript>
        <Button variant="quiet" name="do" value="show">
          {t("bank.shapeShow")}
        </Button>
      </noscript>
      {shape === "rect" || shape === "circle" ? (
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {numbers[shape].map(({ part, label }) => (
            <Line key={part} name={`${name}.${part}`} label={label} inputMode="decimal" />
          ))}
        </div>
      ) : (
        <Words name={`${name}.corners`} label={t("bank.corners")} hint={t("bank.cornersHint")} rows={4} />
      )}
    </>
  );
}
