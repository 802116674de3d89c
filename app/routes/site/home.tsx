import { redirect } from "@remix-run/node";

import { homeOf } from "#app/identity/home.ts";
import { findActor } from "#app/identity/session.server.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "site.welcomeTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => {
  const actor = await findActor(request);
  return actor ? redirect(homeOf(actor)) : null;
});

export default function HomePage() {
  const t = useT();
  return (
    <div className="measure stack">
      <PageHeader title={t("site.welcome")} lead={t("site.welcomeLead")} />
      <ButtonLink to="/sign-in">{t("common.signIn")}</ButtonLink>
      <h2>{t("site.welcomeHow")}</h2>
      <div className="prose">
        <div className="steps">
          <ol>
            <li>{t("site.welcomeHow1")}</li>
            <li>{t("site.welcomeHow2")}</li>
            <li>{t("site.welcomeHow3")}</li>
          </ol>
        </div>
      </div>
    </div>
  );
}
