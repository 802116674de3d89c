import { Link, useLoaderData } from "@remix-run/react";

import { exportPreview } from "#app/assessment/exchange/bank-export.server.ts";
import { mainLanguageOf } from "#app/assessment/completeness.ts";
import { ExportFormat } from "#app/assessment/ui/export-format.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { languageName } from "#app/platform/languages.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "exchange.exportTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const bankId = requireParam(params, "bank");
  const wanted = mainLanguageOf(new URL(request.url).searchParams.get("language") ?? languageOf(request));
  return { bankId, ...(await exportPreview(actor, bankId, wanted)) };
});

export default function BankExportPage() {
  const t = useT();
  const { bankId, title, count, formats, language, languages } = useLoaderData<typeof loader>();
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach/banks", label: t("bank.banks") },
          { to: `/teach/banks/${bankId}`, label: title },
        ]}
      />
      <PageHeader title={t("exchange.exportTitle")}>
        <p>{t("exchange.exportIntro", { count })}</p>
      </PageHeader>
      {languages.length > 1 && (
        <nav aria-label={t("exchange.exportLanguage")} className="grid gap-1">
          <p>{t("exchange.exportLanguageHint")}</p>
          <ul className="flex flex-wrap gap-x-6">
            {languages.map((one) => (
              <li key={one.language}>
                <Link
                  to={`?language=${one.language}`}
                  aria-current={one.language === language ? "page" : undefined}
                  className="inline-flex min-h-11 items-center aria-[current=page]:font-semibold"
                >
                  {languageName(one.language)} ({one.count})
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {formats.map((format) => (
        <ExportFormat key={format.format} bankId={bankId} language={language} {...format} />
      ))}
    </div>
  );
}
