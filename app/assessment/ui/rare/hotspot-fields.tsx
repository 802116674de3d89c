import { useT } from "#app/platform/i18n.tsx";

import type { KindProps } from "./kind-props.ts";
import { RegionChoice } from "./region-choice.tsx";

export function HotspotFields({ q, rare, given, errors }: KindProps<"hotspot">) {
  const t = useT();
  const places = Array.isArray(given.answer) ? given.answer : given.answer ? [given.answer] : [];
  return (
    <RegionChoice
      name="answer"
      legend={<span className="text-lg leading-snug">{q}</span>}
      hint={t(rare.isOne ? "questions.regionHint" : "questions.regionsHint")}
      image={rare.image}
      alt={rare.alt}
      regions={rare.regions}
      isOne={rare.isOne}
      given={places}
      error={errors.answer}
    />
  );
}
