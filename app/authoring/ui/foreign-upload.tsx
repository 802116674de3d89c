import { Form, useNavigate } from "@remix-run/react";
import { useCallback } from "react";

import { maxArchiveBytes } from "#app/library/package-limits.ts";
import { useT } from "#app/platform/i18n.tsx";
import type { FormErrors } from "#app/platform/form-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { useIsScripted } from "#app/ui/use-is-scripted.ts";

import { FileUpload } from "./file-upload.tsx";
import type { UploadTarget } from "./use-upload.ts";

const accept = ".imscc,.mbz,.zip,.tgz,.gz";

const target: UploadTarget = {
  purpose: { foreign: "yes" },
  maxBytes: maxArchiveBytes,
  tooLarge: "foreignCourse.tooLarge",
};

/** Sends a course of another platform: in pieces where there is JavaScript, else with a plain form. */
export function ForeignUpload({ errors }: { errors: FormErrors | undefined }) {
  return useIsScripted() ? <InPieces /> : <AtOnce errors={errors} />;
}

function InPieces() {
  const t = useT();
  const navigate = useNavigate();
  const open = useCallback((id: string) => navigate(`/teach/imports/${id}`), [navigate]);
  const chooser = {
    id: "file",
    label: t("foreignCourse.choose"),
    hint: t("foreignCourse.chooseHint"),
    accept,
  };
  return <FileUpload target={target} chooser={chooser} onArrived={open} />;
}

function AtOnce({ errors }: { errors: FormErrors | undefined }) {
  const t = useT();
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="card stack">
      <ErrorSummary errors={errors} />
      <FileField
        name="file"
        label={t("foreignCourse.choose")}
        hint={t("foreignCourse.plainHint")}
        accept={accept}
        error={errors?.file}
      />
      <div>
        <Button>{t("foreignCourse.send")}</Button>
      </div>
    </Form>
  );
}
