import { Link } from "@remix-run/react";

import { useT } from "#app/platform/i18n.tsx";

export function Breadcrumbs({ items }: { items: { to?: string; label: string }[] }) {
  const t = useT();
  return (
    <nav aria-label={t("common.breadcrumbs")} className="no-print text-[0.9375rem]">
      <ol className="flex flex-wrap gap-x-2">
        {items.map(({ to, label }) => (
          <li
            key={label}
            className="flex not-first:before:me-2 not-first:before:py-1 not-first:before:text-slate not-first:before:content-['/']"
          >
            {to === undefined ? (
              <span className="inline-block py-1">{label}</span>
            ) : (
              <Link to={to} className="inline-block py-1">
                {label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
