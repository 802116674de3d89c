import { Form, useFetcher } from "@remix-run/react";
import { useCallback, useMemo, useState } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useIsScripted } from "#app/ui/use-is-scripted.ts";

import type { MediaAnswer } from "../draft-media-page.server.ts";
import { largestSent } from "../medium-limits.ts";
import { FileUpload } from "./file-upload.tsx";
import type { UploadTarget } from "./use-upload.ts";

const accept =
  ".jpg,.jpeg,.png,.webp,.gif,.svg,.mp3,.m4a,.ogg,.wav,.mp4,.webm,.mov,.mkv,.avi,.wmv,.mpg,.flv,.3gp,.vtt,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp";

/** Adds a file to a course's media: in pieces where there is JavaScript, else with a plain form. */
export function MediumUpload({ course }: { course: string }) {
  return useIsScripted() ? <InPieces course={course} /> : <AtOnce />;
}

function InPieces({ course }: { course: string }) {
  const t = useT();
  const taking = useFetcher<MediaAnswer>();
  const [round, setRound] = useState(0);
  const target = useMemo(
    (): UploadTarget => ({
      purpose: { draft: course },
      maxBytes: largestSent.video,
      tooLarge: "media.sentTooLarge",
    }),
    [course],
  );
  const { submit } = taking;
  const take = useCallback(
    (upload: string) => {
      submit({ intent: "take", upload }, { method: "post" });
      setRound((count) => count + 1);
    },
    [submit],
  );
  const { state, data: answer } = taking;
  return (
    <>
      {state !== "idle" && (
        <p role="status" className="font-semibold">
          {t("media.reading")}
        </p>
      )}
      {state === "idle" && answer?.done === null && (
        <Notice kind="danger" isStatus title={t("media.refused")}>
          <p>{t(answer.refusal, answer.values)}</p>
        </Notice>
      )}
      <FileUpload
        // The next file begins afresh.
        key={round}
        target={target}
        chooser={{ id: "file", label: t("media.file"), hint: t("media.hint"), accept }}
        onArrived={take}
      />
    </>
  );
}

function AtOnce() {
  const t = useT();
  return (
    <Form method="post" encType="multipart/form-data" className="card stack">
      <FileField name="file" label={t("media.file")} hint={t("media.hint")} accept={accept} />
      <div>
        <Button>{t("media.add")}</Button>
      </div>
    </Form>
  );
}
