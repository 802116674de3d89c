import { useT } from "#app/platform/i18n.tsx";

import { addressOf, type Sample, sampleSize } from "../samples.ts";

/** A sample with its words; `isLazy` for those further down the page. */
export function SamplePicture({ sample, isLazy = false }: { sample: Sample; isLazy?: boolean }) {
  const t = useT();
  return (
    <img
      src={addressOf(sample)}
      alt={t(`provenance.alt_${sample.name}`)}
      width={sampleSize.width}
      height={sampleSize.height}
      loading={isLazy ? "lazy" : undefined}
      className="h-auto max-w-full rounded-box border border-line"
    />
  );
}
