import { Link } from "@remix-run/react";

import { useT } from "#app/platform/i18n.tsx";

export function Pagination({
  page,
  pageCount,
  hrefOf,
}: {
  page: number;
  pageCount: number;
  hrefOf: (page: number) => string;
}) {
  const t = useT();
  if (pageCount < 2) return null;
  return (
    <nav aria-label={t("common.pages")} className="flex flex-wrap items-center gap-4">
      {page > 1 && <Link to={hrefOf(page - 1)}>{t("common.previousPage")}</Link>}
      <span>{t("common.pageOf", { page, pageCount })}</span>
      {page < pageCount && <Link to={hrefOf(page + 1)}>{t("common.nextPage")}</Link>}
    </nav>
  );
}
