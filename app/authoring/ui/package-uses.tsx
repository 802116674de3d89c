import { Link } from "@remix-run/react";

import { useT } from "#app/platform/i18n.tsx";
import { ButtonLink } from "#app/ui/button.tsx";

import type { PackagePage } from "../package-pages.server.ts";

/** Where a package is used, and what else can be done with the version that is shown. */
export function PackageUses({
  page,
}: {
  page: Pick<PackagePage, "id" | "isUploaded" | "uses" | "unused" | "version">;
}) {
  const t = useT();
  const { id, isUploaded, uses, unused, version } = page;
  const canPublish = version.state === "ready" && isUploaded;
  const address = `/teach/packages/${id}/${version.number}`;
  return (
    <>
      <section className="stack">
        <h2>{t("authoring.useTitle")}</h2>
        {uses.length === 0 && <p>{t("authoring.useNowhere")}</p>}
        <ul className="grid gap-3">
          {uses.map(({ course, number, activities }) => (
            <li key={`${course.slug} ${number}`} className="card grid gap-2">
              <p>
                <span className="font-semibold">
                  {activities.length > 0
                    ? activities
                        .map(({ title }) => t("authoring.useIn", { course: course.title, activity: title }))
                        .join(", ")
                    : course.title}
                </span>
                <span className="block text-slate">{t("authoring.useVersion", { number })}</span>
              </p>
              <p className="flex flex-wrap gap-x-6 gap-y-2">
                <Link to={`/teach/${course.slug}/preview`}>{t("authoring.seeAsLearner")}</Link>
                {canPublish && number !== version.number && (
                  <Link to={`${address}/courses/${course.slug}/replacement`}>
                    {t("authoring.useReplace", { number: version.number, course: course.title })}
                  </Link>
                )}
              </p>
            </li>
          ))}
        </ul>
      </section>
      {canPublish && (
        <section className="stack">
          <h2>{t("authoring.publishTitle", { number: version.number })}</h2>
          <ul className="grid justify-items-start gap-3">
            {unused.map(({ slug, title }) => (
              <li key={slug}>
                <ButtonLink variant="secondary" to={`${address}/courses/${slug}`}>
                  {t("authoring.publishInto", { course: title })}
                </ButtonLink>
              </li>
            ))}
            <li>
              <ButtonLink variant="secondary" to={`${address}/course`}>
                {t("authoring.publishAsCourse")}
              </ButtonLink>
            </li>
          </ul>
        </section>
      )}
    </>
  );
}
