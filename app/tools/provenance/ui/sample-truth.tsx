import { useT } from "#app/platform/i18n.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

import type { Sample } from "../samples.ts";

/** What is true of a sample, and what its credentials say of it. */
export function SampleTruth({ sample }: { sample: Sample }) {
  const t = useT();
  return (
    <div className="grid gap-1">
      <p>
        <StatusTag kind="neutral">
          {t(sample.isAltered ? "provenance.altered" : "provenance.unaltered")}
        </StatusTag>
      </p>
      <p>{t(`provenance.truth_${sample.name}`)}</p>
    </div>
  );
}
