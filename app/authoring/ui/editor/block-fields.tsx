import type { FormEvent } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import type { LessonChoices } from "../../editor/lesson-choices.ts";
import type { AskedBlock, Attributes, Errors } from "./asked-block.ts";
import { fileOptions, optionsOf } from "./choice-options.ts";

type Asked = { given: Attributes; choices: LessonChoices; lang: string; errors: Errors };

/** The fields of a block's dialog. */
export function BlockFields({ name, ...asked }: Asked & { name: AskedBlock }) {
  switch (name) {
    case "page":
      return <PageFields {...asked} />;
    case "figure":
      return <FigureFields {...asked} />;
    case "video":
    case "audio":
      return <PlayerFields kind={name} {...asked} />;
    case "check":
      return <CheckFields {...asked} />;
    case "package":
    case "tool":
      return <NamedFields kind={name} {...asked} />;
    case "download":
      return <DownloadFields {...asked} />;
    case "jurisdiction":
      return <JurisdictionFields {...asked} />;
  }
}

function PageFields({ given, errors }: Asked) {
  const t = useT();
  return (
    <TextField
      name="id"
      label={t("editor.pageId")}
      hint={t("editor.pageIdHint")}
      defaultValue={given.id}
      error={errors.id}
      spellCheck={false}
    />
  );
}

function CheckFields({ given, choices, errors }: Asked) {
  const t = useT();
  return (
    <SelectField
      name="id"
      label={t("editor.check")}
      hint={t("editor.checkHint")}
      options={optionsOf(choices.checks, given.id)}
      defaultValue={given.id}
      error={errors.id}
    />
  );
}

/** A package of the course, or a tool of the site. */
function NamedFields({ kind, given, choices, lang, errors }: Asked & { kind: "package" | "tool" }) {
  const t = useT();
  return (
    <>
      <SelectField
        name="name"
        label={t(`editor.${kind}`)}
        options={optionsOf(kind === "tool" ? choices.tools : choices.packages, given.name)}
        defaultValue={given.name}
        error={errors.name}
      />
      <TitleField given={given} lang={lang} errors={errors} />
    </>
  );
}

function DownloadFields({ given, choices, lang, errors }: Asked) {
  const t = useT();
  return (
    <>
      <SelectField
        name="file"
        label={t("editor.download")}
        options={optionsOf(choices.files, given.file)}
        defaultValue={given.file}
        error={errors.file}
      />
      <TitleField given={given} lang={lang} errors={errors} />
    </>
  );
}

function TitleField({ given, lang, errors }: Pick<Asked, "given" | "lang" | "errors">) {
  const t = useT();
  return (
    <TextField
      name="title"
      label={t("editor.title")}
      defaultValue={given.title}
      error={errors.title}
      lang={lang}
    />
  );
}

function JurisdictionFields({ given, choices }: Asked) {
  const t = useT();
  return (
    <SelectField
      name="topic"
      label={t("editor.jurisdiction")}
      options={[
        { value: "", label: t("editor.allTopics") },
        ...choices.topics.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      defaultValue={given.topic}
    />
  );
}

/** With a picture comes what the course says of it, unless something else is typed already. */
function describe({ target }: FormEvent, pictures: LessonChoices["pictures"]) {
  if (!(target instanceof HTMLSelectElement)) return;
  const alt = target.form?.elements.namedItem("alt");
  if (!(alt instanceof HTMLTextAreaElement)) return;
  const isOwn = alt.value.trim() !== "" && !pictures.some((picture) => picture.alt === alt.value);
  if (!isOwn) alt.value = pictures.find(({ path }) => path === target.value)?.alt ?? "";
}

function FigureFields({ given, choices, lang, errors }: Asked) {
  const t = useT();
  return (
    <>
      <div onChange={(event) => describe(event, choices.pictures)}>
        <SelectField
          name="src"
          label={t("editor.pictureFile")}
          hint={t("editor.pictureHint")}
          options={fileOptions(
            choices.pictures.map(({ path }) => path),
            given.src,
          )}
          defaultValue={given.src}
          error={errors.src}
        />
      </div>
      <TextArea
        name="alt"
        label={t("editor.alt")}
        hint={t("editor.altHint")}
        rows={2}
        defaultValue={given.alt}
        error={errors.alt}
        lang={lang}
      />
      <label className="flex items-center gap-3">
        <input
          type="checkbox"
          name="decorative"
          value="yes"
          defaultChecked={Boolean(given.decorative)}
          className="choice"
        />
        {t("editor.decorative")}
      </label>
      <TextField
        name="caption"
        label={t("editor.caption")}
        isOptional
        defaultValue={given.caption}
        lang={lang}
      />
      <TextArea
        name="description"
        label={t("editor.description")}
        hint={t("editor.descriptionHint")}
        isOptional
        rows={5}
        defaultValue={given.description}
        lang={lang}
      />
    </>
  );
}

/** A film or a sound, with what those read who do not hear it. */
function PlayerFields({ kind, given, choices, lang, errors }: Asked & { kind: "video" | "audio" }) {
  const t = useT();
  const isFilm = kind === "video";
  return (
    <>
      <SelectField
        name="src"
        label={t(isFilm ? "editor.filmFile" : "editor.soundFile")}
        hint={t("editor.mediaFileHint")}
        options={fileOptions(isFilm ? choices.films : choices.sounds, given.src)}
        defaultValue={given.src}
        error={errors.src}
      />
      <TitleField given={given} lang={lang} errors={errors} />
      <SelectField
        name="captions"
        label={t("editor.captions")}
        hint={t("editor.captionsHint")}
        isOptional
        options={fileOptions(choices.captions, given.captions)}
        defaultValue={given.captions}
        error={errors.captions}
      />
      <TextArea
        name="transcript"
        label={t("editor.transcript")}
        hint={t("editor.transcriptHint")}
        isOptional={isFilm}
        rows={8}
        defaultValue={given.transcript}
        error={errors.transcript}
        lang={lang}
      />
    </>
  );
}
