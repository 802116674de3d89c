import { useT } from "#app/platform/i18n.tsx";

import { cardLines } from "../checklist.ts";

/** What was agreed, to be written down by hand: on paper it has a sheet of its own. */
export function ContactCard() {
  const t = useT();
  return (
    <section className="stack print:break-before-page">
      <div className="stack no-print">
        <h2>{t("safeContact.card")}</h2>
        <p>{t("safeContact.cardLead")}</p>
      </div>
      <table className="w-full border-collapse bg-surface">
        <caption className="pb-2 text-start font-semibold">{t("safeContact.cardTitle")}</caption>
        <tbody>
          {cardLines.map((line) => (
            <tr key={line}>
              <th scope="row" className="w-2/5 border border-control p-2 text-start align-top font-normal">
                {t(`safeContact.card${line}`)}
              </th>
              <td className="h-14 border border-control p-2 align-top">
                {line === "Messages" && t("safeContact.cardYesNo")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
