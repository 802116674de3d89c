import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { FactNumbers } from "#app/tools/ui/fact-numbers.tsx";
import { TickItem } from "#app/tools/ui/tick-item.tsx";

import { checklist, sectorItems } from "../checklist.ts";

/** The list with its boxes; `sourced` are the facts whose sources stand on the page, in their order. */
export function ContactChecklist({ sourced }: { sourced: string[] }) {
  const t = useT();
  return (
    <>
      {checklist.map(({ id, items }) => (
        <section key={id} className="stack">
          <h2>{t(`safeContact.${id}` as MessageKey)}</h2>
          <ul className="grid gap-2">
            {items.map((item) => (
              <li key={item.id}>
                <TickItem>
                  {t(`safeContact.${id}_${item.id}` as MessageKey)}{" "}
                  {item.facts && <FactNumbers facts={item.facts} sourced={sourced} />}
                </TickItem>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <SectorItems />
    </>
  );
}

function SectorItems() {
  const t = useT();
  return (
    <section className="stack not-has-[[open]]:print:hidden">
      <h2>{t("safeContact.roles")}</h2>
      <p className="no-print">{t("safeContact.rolesLead")}</p>
      <div className="grid gap-2">
        {Object.entries(sectorItems).map(([sector, items]) => (
          <details key={sector} className="card py-2 not-open:print:hidden">
            <summary className="min-h-11 py-2 font-semibold">
              {t(`common.sector_${sector}` as MessageKey)}
            </summary>
            <ul className="grid gap-2 py-2">
              {items.map((item) => (
                <li key={item}>
                  <TickItem>{t(`safeContact.role_${sector}_${item}` as MessageKey)}</TickItem>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </section>
  );
}
