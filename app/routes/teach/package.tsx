import { data, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, useNavigate, useRevalidator } from "@remix-run/react";
import { useCallback } from "react";
import { z } from "zod";

import { packagePage } from "#app/authoring/package-pages.server.ts";
import { versionNumber } from "#app/authoring/version-address.ts";
import { Findings } from "#app/authoring/ui/findings.tsx";
import { PackageContents } from "#app/authoring/ui/package-contents.tsx";
import { PackageState } from "#app/authoring/ui/package-state.tsx";
import { PackageUpload } from "#app/authoring/ui/package-upload.tsx";
import { PackageUses } from "#app/authoring/ui/package-uses.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { requireUploadedPackage, setOutsideAllowed } from "#app/library/uploaded-package.server.ts";
import { endpoint, parseForm, requireParam } from "#app/platform/http.server.ts";
import { useI18n, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { useReloadWhile } from "#app/ui/use-reload-while.ts";

export const handle = { title: "authoring.packageTitle" } satisfies PageHandle;

const outsideForm = z.object({ version: z.string(), outside: z.enum(["allow", "forbid"]) });

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const search = new URL(request.url).searchParams;
  const number = versionNumber(search.get("version"));
  const page = await packagePage(actor, requireParam(params, "package"), number, languageOf(request));
  const published = search.get("published");
  return { ...page, published: page.uses.find(({ course }) => course.slug === published)?.course ?? null };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const packageId = requireParam(params, "package");
  await requireUploadedPackage(actor, packageId);
  const { values, errors } = await parseForm(request, outsideForm);
  if (errors) return data({ errors }, { status: 422 });
  await setOutsideAllowed(actor, values.version, values.outside === "allow");
  return redirect(`/teach/packages/${packageId}${new URL(request.url).search}`);
});

export default function PackagePage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const { version, versions, published } = page;
  useReloadWhile(version.state === "received");
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: "/teach/packages", label: t("authoring.packages") },
        ]}
      />
      {published && (
        <Notice kind="success" title={t("authoring.published")} isStatus>
          <p>{t("authoring.publishedHint", { course: published.title })}</p>
          <p>
            <Link to={`/teach/${published.slug}/preview`}>{t("authoring.seeAsLearner")}</Link>
          </p>
        </Notice>
      )}
      <PageHeader
        title={<span className="wrap-anywhere">{page.title}</span>}
        kicker={t("authoring.versionOf", { number: version.number, total: versions.length })}
      >
        <PackageState state={version.state} />
      </PageHeader>
      {version.state === "received" && <Checking />}
      {version.state === "refused" && <Refused />}
      {version.state === "ready" && <Ready />}
      {version.state === "ready" && <PackageUses page={page} />}
      {version.state === "ready" && <Outside />}
      <Versions />
    </div>
  );
}

function Checking() {
  const t = useT();
  const { id, version } = useLoaderData<typeof loader>();
  return (
    <Notice kind="info" title={t("authoring.checking")} isStatus>
      <p>{t("authoring.checkingHint")}</p>
      <p>
        <a href={`/teach/packages/${id}?version=${version.number}`}>{t("authoring.reload")}</a>
      </p>
    </Notice>
  );
}

function Refused() {
  const t = useT();
  const { refusal } = useLoaderData<typeof loader>().version;
  return (
    <Notice kind="danger" title={t("authoring.refused")} isStatus>
      <p className="wrap-anywhere">{refusal && t(refusal.key, refusal.values)}</p>
      <p className="mt-2">{t("authoring.refusedWhatNext")}</p>
    </Notice>
  );
}

function Ready() {
  const t = useT();
  const { id, version } = useLoaderData<typeof loader>();
  if (!version.structure) return null;
  return (
    <section className="stack">
      <div className="grid justify-items-start gap-2">
        <ButtonLink to={`/teach/packages/${id}/${version.number}/tryout`} isDownload>
          {t("authoring.tryout")}
        </ButtonLink>
        <p className="text-slate">{t("authoring.tryoutHint")}</p>
      </div>
      <h2>{t("authoring.found")}</h2>
      <Findings findings={version.findings} />
      <PackageContents {...version} structure={version.structure} />
    </section>
  );
}

function Outside() {
  const t = useT();
  const { version } = useLoaderData<typeof loader>();
  const { isOutsideAllowed } = version;
  return (
    <section className="stack">
      <h2>{t("authoring.outsideTitle")}</h2>
      <p>{t(isOutsideAllowed ? "authoring.outsideAllowed" : "authoring.outsideForbidden")}</p>
      {!isOutsideAllowed && <p className="text-slate">{t("authoring.outsideHint")}</p>}
      <Form method="post" preventScrollReset>
        <input type="hidden" name="version" value={version.id} />
        <Button variant="secondary" name="outside" value={isOutsideAllowed ? "forbid" : "allow"}>
          {t(isOutsideAllowed ? "authoring.outsideForbid" : "authoring.outsideAllow")}
        </Button>
      </Form>
    </section>
  );
}

function Versions() {
  const { t, formatDate } = useI18n();
  const { id, isUploaded, version, versions } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const showNewest = useCallback(() => {
    navigate(`/teach/packages/${id}`);
    revalidate();
  }, [id, navigate, revalidate]);
  return (
    <section className="stack">
      <h2>{t("authoring.versionsTitle")}</h2>
      <ul className="grid gap-2">
        {versions.map(({ number, state, uploadedAt }) => (
          <li key={number} className="flex flex-wrap items-center gap-x-4">
            {number === version.number ? (
              <span className="font-semibold">{t("authoring.version", { number })}</span>
            ) : (
              <Link to={`/teach/packages/${id}?version=${number}`} className="py-1">
                {t("authoring.version", { number })}
              </Link>
            )}
            <span className="text-slate">
              {t("authoring.versionUploaded", { date: formatDate(uploadedAt) })}
              {number === version.number && ` · ${t("authoring.versionShown")}`}
            </span>
            <PackageState state={state} />
          </li>
        ))}
      </ul>
      {isUploaded ? (
        <>
          <h3>{t("authoring.uploadVersionTitle")}</h3>
          <p className="text-slate">{t("authoring.uploadVersionHint")}</p>
          <PackageUpload packageId={id} onArrived={showNewest} />
        </>
      ) : (
        <p>{t("authoring.fromFolder")}</p>
      )}
    </section>
  );
}
