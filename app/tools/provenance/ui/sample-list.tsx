import { useT } from "#app/platform/i18n.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

import { samples } from "../samples.ts";
import { SamplePicture } from "./sample-picture.tsx";
import { SampleTruth } from "./sample-truth.tsx";

/** The exercise without JavaScript: look, decide, then open. */
export function SampleList() {
  const t = useT();
  return (
    <ol className="grid gap-6">
      {samples.map((sample, index) => (
        <li key={sample.name} className="grid gap-2">
          <p className="font-semibold">
            {t("provenance.picture", { number: index + 1, count: samples.length })}
          </p>
          <SamplePicture sample={sample} isLazy={index > 0} />
          <Disclosure summary={t("provenance.see")}>
            <SampleTruth sample={sample} />
          </Disclosure>
        </li>
      ))}
    </ol>
  );
}
