import { useState } from "react";

import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { CheckboxGroup } from "#app/ui/choices.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import type { Choice, LessonChoices } from "../../editor/lesson-choices.ts";
import { EditorDialog } from "./editor-dialog.tsx";

/** Blocks that ask something before they can stand in a lesson. */
export type AskedBlock = "page" | "figure" | "check" | "package" | "tool" | "download" | "jurisdiction";

export function isAskedBlock(name: string): name is AskedBlock {
  return ["page", "figure", "check", "package", "tool", "download", "jurisdiction"].includes(name);
}

type Attributes = Record<string, string>;
type Errors = Record<string, MessageKey>;

const titles: Record<AskedBlock, MessageKey> = {
  page: "editor.page",
  figure: "editor.figure",
  check: "editor.check",
  package: "editor.package",
  tool: "editor.tool",
  download: "editor.download",
  jurisdiction: "editor.jurisdiction",
};

/** What must be filled in, and what is said where it is not. */
const required: Record<AskedBlock, Errors> = {
  page: { id: "editor.idNeeded" },
  figure: { src: "editor.pictureNeeded", alt: "editor.altNeeded" },
  check: { id: "editor.questionNeeded" },
  package: { name: "editor.packageNeeded", title: "editor.titleNeeded" },
  tool: { name: "editor.toolNeeded" },
  download: { file: "editor.fileNeeded", title: "editor.titleNeeded" },
  jurisdiction: {},
};

/** What is decorative says nothing. */
const bare = { alt: "", description: "" };

export function BlockDialog({
  name,
  given: before,
  choices,
  lang,
  otherIds,
  onDone,
  onClose,
}: {
  name: AskedBlock;
  given: Attributes;
  choices: LessonChoices;
  lang: string;
  /** Ids of the other pages of the lesson. */
  otherIds: string[];
  onDone: (attributes: Attributes) => void;
  onClose: () => void;
}) {
  const t = useT();
  const [errors, setErrors] = useState<Errors>({});
  const submit = (given: Attributes) => {
    const found: Errors = {};
    // A box that is not ticked is not among the fields.
    const isDecorative = Boolean(given.decorative);
    const fields = name === "figure" ? { ...given, ...(isDecorative ? bare : { decorative: "" }) } : given;
    for (const [field, key] of Object.entries(required[name])) if (!fields[field]) found[field] = key;
    if (isDecorative) delete found.alt;
    if (name === "page" && fields.id && !/^[a-z0-9-]+$/.test(fields.id)) found.id = "editor.idForm";
    if (name === "page" && otherIds.includes(fields.id ?? "")) found.id = "editor.idTwice";
    setErrors(found);
    const [wrong] = Object.keys(found);
    if (wrong === undefined) {
      const tool = choices.tools.find(({ id }) => name === "tool" && id === fields.name);
      return onDone(tool && !fields.title ? { ...fields, title: tool.title } : fields);
    }
    document.getElementById(wrong)?.focus();
  };
  return (
    <EditorDialog title={t(titles[name])} onSubmit={submit} onClose={onClose}>
      <BlockFields name={name} given={before} choices={choices} lang={lang} errors={errors} />
    </EditorDialog>
  );
}

function BlockFields({
  name,
  given,
  choices,
  lang,
  errors,
}: {
  name: AskedBlock;
  given: Attributes;
  choices: LessonChoices;
  lang: string;
  errors: Errors;
}) {
  const t = useT();
  const title = (
    <TextField name="title" label={t("editor.title")} defaultValue={given.title} error={errors.title} />
  );
  switch (name) {
    case "page":
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
    case "figure":
      return <FigureFields given={given} choices={choices} lang={lang} errors={errors} />;
    case "check":
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
    case "package":
      return (
        <>
          <SelectField
            name="name"
            label={t("editor.package")}
            options={optionsOf(choices.packages, given.name)}
            defaultValue={given.name}
            error={errors.name}
          />
          {title}
        </>
      );
    case "tool":
      return (
        <>
          <SelectField
            name="name"
            label={t("editor.tool")}
            options={optionsOf(choices.tools, given.name)}
            defaultValue={given.name}
            error={errors.name}
          />
          {title}
        </>
      );
    case "download":
      return (
        <>
          <SelectField
            name="file"
            label={t("editor.download")}
            options={optionsOf(choices.files, given.file)}
            defaultValue={given.file}
            error={errors.file}
          />
          {title}
        </>
      );
    case "jurisdiction":
      return (
        <SelectField
          name="topic"
          label={t("editor.jurisdiction")}
          options={[
            { value: "", label: t("editor.allTopics") },
            ...choices.topics.map(({ id, title: topic }) => ({ value: id, label: topic })),
          ]}
          defaultValue={given.topic}
        />
      );
  }
}

function FigureFields({
  given,
  choices,
  lang,
  errors,
}: {
  given: Attributes;
  choices: LessonChoices;
  lang: string;
  errors: Errors;
}) {
  const t = useT();
  const pictures = choices.pictures.map(({ path }) => ({ id: path, title: path.replace(/^media\//, "") }));
  return (
    <>
      <SelectField
        name="src"
        label={t("editor.pictureFile")}
        hint={t("editor.pictureHint")}
        options={optionsOf(pictures, given.src)}
        defaultValue={given.src}
        error={errors.src}
      />
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
      <TextField name="caption" label={t("editor.caption")} isOptional defaultValue={given.caption} />
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

/** With an empty one first; what is named already stays, even where it is not there any more. */
function optionsOf(choices: Choice[], given: string | undefined) {
  const isKnown = !given || choices.some(({ id }) => id === given);
  return [
    { value: "", label: "—" },
    ...choices.map(({ id, title }) => ({ value: id, label: title === id ? id : `${id}: ${title}` })),
    ...(isKnown ? [] : [{ value: given, label: given }]),
  ];
}

/** The facts that a place of the text rests on. */
export function CiteDialog({
  facts,
  given,
  onDone,
  onClose,
}: {
  facts: Choice[];
  given: string[];
  onDone: (facts: string) => void;
  onClose: () => void;
}) {
  const t = useT();
  return (
    <EditorDialog
      title={t("editor.cite")}
      onSubmit={(_fields, form) => onDone(form.getAll("facts[]").join(" "))}
      onClose={onClose}
    >
      <div className="max-h-96 overflow-y-auto">
        <CheckboxGroup
          name="facts"
          legend={t("editor.citeLegend")}
          hint={t("editor.citeHint")}
          options={facts.map(({ id, title }) => ({ value: id, label: id, hint: title }))}
          defaultValue={given}
        />
      </div>
    </EditorDialog>
  );
}

/** Where a link leads: to a page of the lesson, or to an address. */
export function LinkDialog({
  href,
  pages,
  needsText,
  onDone,
  onClose,
}: {
  href: string;
  pages: Choice[];
  /** Whether nothing is chosen that could become the link. */
  needsText: boolean;
  onDone: (href: string, text: string) => void;
  onClose: () => void;
}) {
  const t = useT();
  const [error, setError] = useState<MessageKey>();
  const isPage = pages.some(({ id }) => id === href);
  const submit = ({ page = "", address = "", text = "" }: Attributes) => {
    const target = page || address;
    if (target === "" && href !== "") return onDone("", "");
    if (page === "" && !/^https?:\/\/\S+$/.test(address)) return setError("editor.addressForm");
    onDone(target, text || pages.find(({ id }) => id === page)?.title || "");
  };
  return (
    <EditorDialog title={t("editor.link")} onSubmit={submit} onClose={onClose}>
      {needsText && <TextField name="text" label={t("editor.linkText")} isOptional />}
      <TextField
        name="address"
        label={t("editor.address")}
        hint={href ? t("editor.addressEmpty") : t("editor.addressHint")}
        inputMode="url"
        defaultValue={isPage ? "" : href}
        error={error}
        spellCheck={false}
      />
      <SelectField
        name="page"
        label={t("editor.linkPage")}
        options={optionsOf(pages, "")}
        defaultValue={isPage ? href : ""}
      />
    </EditorDialog>
  );
}
