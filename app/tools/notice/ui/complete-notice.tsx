import { useT } from "#app/platform/i18n.tsx";
import { FactNumbers } from "#app/tools/ui/fact-numbers.tsx";

const parts = ["why", "where", "who", "faith"] as const;

/** What a notice that can be acted on has, with the facts behind it. */
export function CompleteNotice({ knownFacts }: { knownFacts: string[] }) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t("notice.complete")}</h2>
      <p>
        {t("notice.completeLead")} <FactNumbers facts={["F22"]} sourced={knownFacts} />
      </p>
      <ol className="grid list-decimal gap-2 ps-6">
        {parts.map((part) => (
          <li key={part}>{t(`notice.part_${part}`)}</li>
        ))}
      </ol>
      <p>
        {t("notice.completeUs")} <FactNumbers facts={["F28", "F29"]} sourced={knownFacts} />
      </p>
      <p>
        {t("notice.completeAfter")} <FactNumbers facts={["F23"]} sourced={knownFacts} />
      </p>
    </section>
  );
}
