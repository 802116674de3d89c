import { useT } from "#app/platform/i18n.tsx";
import { factsOfRoute, routes } from "#app/tools/triage/routes.ts";
import { DataTable } from "#app/ui/data-table.tsx";

import { FactNumbers } from "#app/tools/ui/fact-numbers.tsx";
import { routeWords } from "./route-words.ts";

/** Every route with the conditions under which it fits, for readers without JavaScript and as an overview. */
export function RoutesTable({ knownFacts }: { knownFacts: string[] }) {
  const t = useT();
  return (
    <div className="stack">
      <p>{t("triage.allLead")}</p>
      <DataTable
        caption={t("triage.allTitle")}
        isCaptionHidden
        columns={[
          { key: "route", header: t("triage.columnRoute"), isRowHeader: true },
          { key: "when", header: t("triage.columnWhen"), isLong: true },
          { key: "how", header: t("triage.columnHow"), isLong: true },
        ]}
        rows={routes.map((route) => {
          const words = routeWords(route);
          return {
            route: t(words.name),
            when: t(words.when),
            how: (
              <>
                {t(words.how)} <FactNumbers facts={factsOfRoute[route] ?? []} sourced={knownFacts} />
              </>
            ),
          };
        })}
      />
    </div>
  );
}
