import { useT } from "#app/platform/i18n.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";

/** The way to a page of the draft; `isInOutline` for what belongs to one step of it. */
export function DraftBreadcrumbs({
  slug,
  courseTitle,
  isInOutline = false,
}: {
  slug: string;
  courseTitle: string;
  isInOutline?: boolean;
}) {
  const t = useT();
  return (
    <Breadcrumbs
      items={[
        { to: "/teach", label: t("teach.courses") },
        { to: `/teach/${slug}`, label: courseTitle },
        { to: `/teach/${slug}/draft`, label: t("drafts.title") },
        ...(isInOutline ? [{ to: `/teach/${slug}/draft/outline`, label: t("outline.title") }] : []),
      ]}
    />
  );
}
