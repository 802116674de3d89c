import { readFile } from "node:fs/promises";

import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { ImportedChanges } from "#app/authoring/ui/imported-changes.tsx";
import { importXliff, maxXliffBytes, previewXliff } from "#app/authoring/workbench-import.server.ts";
import { workbenchHead } from "#app/authoring/workbench-head.server.ts";
import type { XliffPreview } from "#app/authoring/xliff-preview.ts";
import { requireActor } from "#app/identity/session.server.ts";
import type { PackageRefusal } from "#app/library/package-refusal.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { withSentForm } from "#app/platform/sent-form.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "workbench.importTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  return workbenchHead(actor, requireParam(params, "course"), languageOf(request));
});

type Answer = {
  error?: MessageKey;
  refusal?: PackageRefusal;
  preview?: XliffPreview;
  imported?: { written: number; left: string[] };
};

const limits = { maxFileBytes: maxXliffBytes, maxFormBytes: maxXliffBytes + 1024 ** 2 };

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const language = languageOf(request);
  await workbenchHead(actor, course, language);
  return withSentForm(request, limits, async ({ fields, files }) => {
    const answer = (given: Answer, status = 200) => data<Answer>(given, { status });
    if (fields.plan) {
      const imported = await importXliff(actor, course, fields.plan, language);
      return answer({ imported }, imported.left.length > 0 ? 409 : 200);
    }
    const file = files.get("file");
    if (!file) return answer({ error: "workbench.importMissing" }, 422);
    if (file.isTooLarge) return answer({ error: "workbench.refusedSize" }, 422);
    const found = { name: file.name, bytes: await readFile(file.path) };
    const looked = await previewXliff(actor, course, found, language);
    return answer(looked, "refusal" in looked ? 422 : 200);
  });
});

export default function WorkbenchImportPage() {
  const t = useT();
  const { slug, courseTitle } = useLoaderData<typeof loader>();
  const answer: Answer = useActionData<typeof action>() ?? {};
  const { refusal, preview, imported } = answer;
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: courseTitle },
          { to: `/teach/${slug}/draft`, label: t("drafts.title") },
          { to: `/teach/${slug}/draft/translations`, label: t("workbench.title") },
        ]}
      />
      <PageHeader title={t("workbench.importTitle")} lead={t("workbench.importLead")} />
      {refusal && (
        <Notice kind="danger" title={t("workbench.refused")} isStatus>
          <p>{t(refusal.key, refusal.values)}</p>
        </Notice>
      )}
      {imported && <Imported {...imported} />}
      {preview ? <ImportedChanges preview={preview} /> : <FileForm error={answer.error} />}
    </div>
  );
}

function Imported({ written, left }: { written: number; left: string[] }) {
  const t = useT();
  return (
    <>
      <Notice kind="success" isStatus>
        {t("workbench.imported", { count: written })}
      </Notice>
      {left.length > 0 && (
        <Notice kind="warning" isStatus>
          <p>{t("workbench.importLeft")}</p>
          <ul className="list-disc ps-5">
            {left.map((path) => (
              <li key={path} className="wrap-anywhere">
                {path}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function FileForm({ error }: { error: MessageKey | undefined }) {
  const t = useT();
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="grid gap-6">
      <FileField
        name="file"
        label={t("workbench.importFile")}
        hint={t("workbench.importFileHint")}
        accept=".xlf,.xliff,.xml"
        error={error}
      />
      <div>
        <Button>{t("workbench.importLook")}</Button>
      </div>
    </Form>
  );
}
