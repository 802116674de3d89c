import { useMemo } from "react";

import { maxArchiveBytes } from "#app/library/package-limits.ts";
import { useT } from "#app/platform/i18n.tsx";

import { FileUpload } from "./file-upload.tsx";
import type { UploadTarget } from "./use-upload.ts";

/** Sends a package. `packageId` is that of the package which gets a new version; null for a new package. */
export function PackageUpload({
  packageId,
  onArrived,
}: {
  packageId: string | null;
  onArrived: (uploadId: string) => void;
}) {
  const t = useT();
  const target = useMemo(
    (): UploadTarget => ({
      purpose: packageId ? { package: packageId } : {},
      maxBytes: maxArchiveBytes,
      tooLarge: "authoring.uploadTooLarge",
    }),
    [packageId],
  );
  const chooser = {
    id: "package-file",
    label: t("authoring.uploadChoose"),
    hint: t("authoring.uploadHint"),
    accept: ".zip,.h5p",
  };
  return (
    <>
      <FileUpload target={target} chooser={chooser} onArrived={onArrived} />
      <noscript>
        <p className="mt-3 font-semibold">{t("authoring.uploadNeedsScript")}</p>
      </noscript>
    </>
  );
}
