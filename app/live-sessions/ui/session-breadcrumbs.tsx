import { useT } from "#app/platform/i18n.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";

/** Where a page about a date of a live session belongs, for trainers. */
export function SessionBreadcrumbs({ slug, courseTitle }: { slug: string; courseTitle: string }) {
  const t = useT();
  return (
    <Breadcrumbs
      items={[
        { to: "/teach", label: t("teach.courses") },
        { to: `/teach/${slug}`, label: courseTitle },
        { to: `/teach/${slug}/sessions`, label: t("sessions.nav") },
      ]}
    />
  );
}
