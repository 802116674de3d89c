import { useT } from "#app/platform/i18n.tsx";

/** Numbers that lead to the sources at the end of the page; a fact without a source there has none. */
export function FactNumbers({ facts, sourced }: { facts: readonly string[]; sourced: string[] }) {
  const t = useT();
  return facts
    .filter((fact) => sourced.includes(fact))
    .map((fact) => {
      const number = sourced.indexOf(fact) + 1;
      return (
        <a
          key={fact}
          href={`#${fact}`}
          aria-label={t("tools.sourceNumber", { number })}
          className="inline-grid min-h-6 min-w-6 place-items-center text-sm text-accent no-underline"
        >
          [{number}]
        </a>
      );
    });
}
