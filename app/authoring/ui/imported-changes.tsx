import { Form } from "@remix-run/react";

import { useT } from "#app/platform/i18n.tsx";
import { languageName } from "#app/platform/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import type { XliffPreview } from "../xliff-preview.ts";

/** What a returned file would change, and the button that writes it. */
export function ImportedChanges({ preview }: { preview: XliffPreview }) {
  const t = useT();
  const { language, changes, done, changedSources, unknown, misfits, plan } = preview;
  const partName = (title: string | null) => title ?? t("workbench.courseTexts");
  const isNothing = changes.length === 0 && done.length === 0;
  return (
    <>
      {isNothing && <Notice kind="info">{t("workbench.nothing")}</Notice>}
      {changes.length > 0 && (
        <section className="stack">
          <h2>
            {languageName(language)}: {t("workbench.changesTitle", { count: changes.length })}
          </h2>
          <ul className="grid gap-4">
            {changes.map(({ name, title, id, before, after }) => (
              <li key={`${name} ${id}`} className="card stack">
                <h3 className="wrap-anywhere">
                  {partName(title)}, {id}
                </h3>
                <p className="font-semibold">{t("workbench.before")}</p>
                <p className="whitespace-pre-wrap wrap-anywhere" lang={before ? language : undefined}>
                  {before || t("workbench.empty")}
                </p>
                <p className="font-semibold">{t("workbench.after")}</p>
                <p className="whitespace-pre-wrap wrap-anywhere" lang={language}>
                  {after}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {done.map(({ name, title }) => (
        <p key={name}>{t("workbench.becomesDone", { part: partName(title) })}</p>
      ))}
      <LeftOut title={t("workbench.changedSources")} units={changedSources} />
      <LeftOut title={t("workbench.misfits", { marks: "{{…}}" })} units={misfits} />
      <LeftOut title={t("workbench.unknown")} units={unknown} />
      {!isNothing && (
        <Form method="post" encType="multipart/form-data">
          <input type="hidden" name="plan" value={plan} />
          <Button>{t("workbench.importNow")}</Button>
        </Form>
      )}
    </>
  );
}

function LeftOut({ title, units }: { title: string; units: string[] }) {
  if (units.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      <ul className="list-disc ps-5">
        {units.map((unit) => (
          <li key={unit} className="wrap-anywhere">
            {unit}
          </li>
        ))}
      </ul>
    </section>
  );
}
