import { Link } from "@remix-run/react";

import { type MessageKey, useI18n } from "#app/platform/i18n.tsx";
import { languages } from "#app/platform/languages.ts";

type SupportLine = { jurisdiction: string; name: string; contact: string; dialledOn: string };

export function SiteFooter({ path, supportLines }: { path: string; supportLines: SupportLine[] }) {
  const { t } = useI18n();
  return (
    <footer className="no-print mt-8 border-t border-line bg-tint">
      <div className="mx-auto grid max-w-[76rem] gap-5 px-4 py-6 sm:px-6">
        <p className="font-semibold">{t("common.footerDevice")}</p>
        {supportLines.length > 0 && <SupportLines lines={supportLines} />}
        <nav aria-label={t("common.footerSafety")}>
          <ul className="flex flex-wrap gap-x-6">
            <FooterLink to="/safety" label={t("common.footerSafety")} />
            <FooterLink to="/privacy" label={t("common.footerPrivacy")} />
            <FooterLink to="/accessibility" label={t("common.footerAccessibility")} />
          </ul>
        </nav>
        <LanguageSwitch path={path} />
      </div>
    </footer>
  );
}

function FooterLink({ to, label }: { to: string; label: string }) {
  return (
    <li>
      <Link reloadDocument discover="none" to={to} className="inline-flex min-h-11 items-center">
        {label}
      </Link>
    </li>
  );
}

/** A plain form: the answer is the same page in the other language, loaded anew. */
function LanguageSwitch({ path }: { path: string }) {
  const { t, language } = useI18n();
  return (
    <form id="language" method="post" action="/language" className="flex flex-wrap items-center gap-x-4">
      <input type="hidden" name="returnTo" value={path} />
      <span id="language-switch">{t("common.language")}</span>
      <ul aria-labelledby="language-switch" className="flex flex-wrap gap-x-4">
        {languages.map(({ tag, name }) => (
          <li key={tag}>
            <button
              name="language"
              value={tag}
              lang={tag}
              aria-current={tag === language ? "true" : undefined}
              className="min-h-11 underline decoration-accent underline-offset-4 aria-[current]:font-semibold aria-[current]:no-underline"
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

function SupportLines({ lines }: { lines: SupportLine[] }) {
  const { t, formatDate } = useI18n();
  return (
    <div>
      <h2 className="text-base">{t("common.supportLines")}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.jurisdiction + line.name}>
            {t("common.supportLine", {
              jurisdiction: t(`common.jurisdiction_${line.jurisdiction}` as MessageKey),
              name: line.name,
              contact: line.contact,
              date: formatDate(line.dialledOn),
            })}
          </li>
        ))}
      </ul>
      {lines.some(({ jurisdiction }) => jurisdiction === "xk") && (
        <p className="text-sm">{t("common.kosovoFootnote")}</p>
      )}
    </div>
  );
}
