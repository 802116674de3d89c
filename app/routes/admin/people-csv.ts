import { listPeople } from "#app/identity/people.server.ts";
import { readPeopleFilter } from "#app/identity/people-filter.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint } from "#app/platform/http.server.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { csvHeaders, toCsv } from "#app/reporting/report-table.ts";

export const loader = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  const { t } = i18nFor(languageOf(request));
  const { people } = await listPeople(actor, readPeopleFilter(new URL(request.url).searchParams), null);
  const label = (kind: "jurisdiction" | "sector", code: string | null) =>
    code ? t(`common.${kind}_${code.replaceAll("-", "_")}` as MessageKey) : "";
  const table = {
    id: "people",
    title: t("admin.people"),
    columns: [
      { key: "name", header: t("admin.peopleName") },
      { key: "email", header: t("admin.peopleEmail") },
      { key: "role", header: t("admin.peopleRole") },
      { key: "state", header: t("admin.peopleState") },
      { key: "jurisdiction", header: t("admin.overviewJurisdiction") },
      { key: "sector", header: t("admin.overviewSector") },
      { key: "since", header: t("admin.peopleSince") },
    ],
    rows: people.map((person) => ({
      name: person.name,
      email: person.email,
      role: t(`common.role_${person.role}`),
      state: t(`admin.peopleState_${person.state}`),
      jurisdiction: label("jurisdiction", person.jurisdiction),
      sector: label("sector", person.sector),
      since: person.createdAt.toISOString().slice(0, 10),
    })),
    footnotes: [t("common.kosovoFootnote")],
  };
  return new Response(toCsv(table), { headers: csvHeaders("people") });
});
