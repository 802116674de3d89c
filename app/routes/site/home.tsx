import { redirect } from "@remix-run/node";
import { Link } from "@remix-run/react";

import { homeOf } from "#app/identity/home.ts";
import { findActor } from "#app/identity/session.server.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { KnotLine } from "#app/ui/knot-line.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "site.welcomeTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => {
  const actor = await findActor(request);
  return actor ? redirect(homeOf(actor)) : null;
});

const steps = ["site.welcomeHow1", "site.welcomeHow2", "site.welcomeHow3"] satisfies MessageKey[];

export default function HomePage() {
  const t = useT();
  return (
    <div className="grid gap-8">
      <div className="measure stack">
        <PageHeader title={t("site.welcome")} lead={t("site.welcomeLead")} />
        <ButtonLink to="/sign-in">{t("common.signIn")}</ButtonLink>
      </div>
      <KnotLine />
      <section>
        <h2>{t("site.welcomeHow")}</h2>
        <ol className="mt-5 grid gap-6 sm:grid-cols-3 sm:gap-8">
          {steps.map((key, index) => (
            <li key={key} className="grid grid-cols-[auto_1fr] gap-4 sm:block">
              <span aria-hidden="true" className="w-6 font-serif text-3xl leading-none text-accent">
                {index + 1}
              </span>
              <p className="sm:mt-3">{t(key)}</p>
            </li>
          ))}
        </ol>
      </section>
      <p className="measure">
        <Link to="/safety">{t("common.footerSafety")}</Link>
      </p>
    </div>
  );
}
