import { type ReactNode, useEffect, useRef, useState } from "react";

import type { AskedRegion } from "#app/assessment/asked-question.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";
import { CheckboxGroup, RadioGroup } from "#app/ui/choices.tsx";

import { RegionPicture } from "./region-picture.tsx";

/** Regions of a picture to choose from: the picture itself, and a list of their names that does the same. */
export function RegionChoice({
  name,
  legend,
  hint,
  image,
  alt,
  regions,
  isOne,
  given,
  error,
}: {
  name: string;
  legend: ReactNode;
  hint: string;
  image: string;
  alt: string;
  regions: AskedRegion[];
  isOne: boolean;
  /** Places. */
  given: string[];
  error?: MessageKey;
}) {
  const around = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(given);
  const inputs = () => [...(around.current?.querySelectorAll<HTMLInputElement>("input.choice") ?? [])];
  const readChosen = () => setChosen(inputs().flatMap(({ checked, value }) => (checked ? [value] : [])));
  // She may have chosen before scripts ran.
  useEffect(readChosen, []);
  const options = regions.map((region, place) => ({
    value: String(place),
    label: `${place + 1}. ${region.name}`,
  }));
  const picture = (
    <RegionPicture
      image={image}
      alt={alt}
      regions={regions}
      chosen={chosen}
      onPress={(place) => inputs()[place]?.click()}
    />
  );
  const group = { name, legend, hint, options, error, above: picture };
  return (
    <div ref={around} onChange={readChosen}>
      {isOne ? (
        <RadioGroup {...group} defaultValue={given[0]} />
      ) : (
        <CheckboxGroup {...group} defaultValue={given} />
      )}
    </div>
  );
}
