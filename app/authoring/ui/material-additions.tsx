import { Form } from "@remix-run/react";

import { useT } from "#app/platform/i18n.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import type { OutlinePage } from "../draft-outline.server.ts";
import { Addition, Choice, type Failed } from "./outline-addition.tsx";

/** The forms that add a video, a file or a page elsewhere; its title and rules come on the next page. */
export function MaterialAdditions({ page, failed }: { page: OutlinePage; failed?: Failed }) {
  const t = useT();
  const { videos, files } = page.media;
  return (
    <>
      <Addition
        title={t("outline.addVideo")}
        lead={t("outline.addVideoLead")}
        isOpen={!!failed?.errors.video}
      >
        {videos.length === 0 && <p>{t("outline.noVideos")}</p>}
        {videos.length > 0 && (
          <Choice
            intent="video"
            label={t("outline.fieldVideo")}
            options={videos.map(optionOf)}
            button={t("outline.addVideoButton")}
            failed={failed}
          />
        )}
        <ToMedia slug={page.slug} />
      </Addition>
      <Addition title={t("outline.addFile")} lead={t("outline.addFileLead")} isOpen={!!failed?.errors.file}>
        {files.length === 0 && <p>{t("outline.noFiles")}</p>}
        {files.length > 0 && (
          <Choice
            intent="file"
            label={t("outline.fieldFile")}
            options={files.map(optionOf)}
            button={t("outline.addFileButton")}
            failed={failed}
          />
        )}
        <ToMedia slug={page.slug} />
      </Addition>
      <Addition
        title={t("outline.addLink")}
        lead={t("outline.addLinkLead")}
        isOpen={!!failed?.errors.address}
      >
        <Form method="post" noValidate className="stack">
          <input type="hidden" name="intent" value="link" />
          <TextField
            name="address"
            type="url"
            label={t("outline.fieldAddress")}
            hint={t("outline.fieldAddressHint")}
            maxLength={2000}
            spellCheck={false}
            defaultValue={failed?.typed.address}
            error={failed?.errors.address}
          />
          <div>
            <Button>{t("outline.addLinkButton")}</Button>
          </div>
        </Form>
      </Addition>
    </>
  );
}

function ToMedia({ slug }: { slug: string }) {
  const t = useT();
  return (
    <p>
      <ButtonLink to={`/teach/${slug}/draft/media`} variant="secondary">
        {t("outline.toMedia")}
      </ButtonLink>
    </p>
  );
}

function optionOf(path: string) {
  return { value: path, label: path.replace("media/", "") };
}
