import type { ReactNode } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { describedBy, Field } from "#app/ui/field.tsx";

import { useEditor } from "./editor-context.tsx";

/** A file of the question: the one there is, and a place to choose another. It is sent with the form. */
export function MediaField({ name, label, accept }: { name: string; label: ReactNode; accept: string }) {
  const t = useT();
  const { fields, errors, mediaUrls } = useEditor();
  const present = fields[name] ?? "";
  const url = mediaUrls[present];
  const hint = t("bank.mediaHint");
  const error = errors?.[name];
  return (
    <div className="grid gap-2">
      <input type="hidden" name={name} value={present} />
      <Field name={name} label={label} hint={hint} error={error}>
        {present && (
          <p className="mb-2">
            {t("bank.mediaPresent")} {url ? <a href={url}>{present}</a> : present}
          </p>
        )}
        <input
          id={name}
          name={`file.${name}`}
          type="file"
          accept={accept}
          className="control"
          aria-describedby={describedBy(name, hint, error)}
          aria-invalid={error ? true : undefined}
        />
      </Field>
    </div>
  );
}

/** A picture for the situation: its name is written into the text when the form is sent. */
export function PictureField() {
  const t = useT();
  const { errors, mediaUrls } = useEditor();
  const hint = t("bank.pictureHint");
  return (
    <div className="grid gap-2">
      <Field
        name="file.context"
        label={t("bank.picture")}
        hint={hint}
        error={errors?.["file.context"]}
        isOptional
      >
        <input
          id="file.context"
          name="file.context"
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif"
          className="control"
          aria-describedby={describedBy("file.context", hint, errors?.["file.context"])}
          aria-invalid={errors?.["file.context"] ? true : undefined}
        />
      </Field>
      {Object.keys(mediaUrls).length > 0 && (
        <ul className="flex flex-wrap gap-x-4">
          {Object.entries(mediaUrls).map(([name, url]) => (
            <li key={name}>
              <a href={url}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button variant="quiet" name="do" value="show">
          {t("bank.pictureAdd")}
        </Button>
      </div>
    </div>
  );
}
