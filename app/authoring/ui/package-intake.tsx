import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { PackageUpload } from "./package-upload.tsx";

/** A package is sent here; it can be chosen once it has been read. `unread` are titles of those that are not. */
export function PackageIntake({ unread }: { unread: string[] }) {
  const t = useT();
  const { revalidate } = useRevalidator();
  const isReading = unread.length > 0;
  useEffect(() => {
    if (!isReading) return;
    const timer = setInterval(revalidate, 3000);
    return () => clearInterval(timer);
  }, [isReading, revalidate]);
  return (
    <>
      <PackageUpload packageId={null} onArrived={revalidate} />
      <div role="status">
        {isReading && (
          <Notice kind="info">{t("outline.packageUnread", { titles: unread.join(", ") })}</Notice>
        )}
      </div>
    </>
  );
}
