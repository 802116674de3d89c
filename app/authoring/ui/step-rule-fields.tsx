import { Link } from "@remix-run/react";

import type { Activity } from "#app/library/course-format.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import { useT } from "#app/platform/i18n.tsx";
import { defaultLanguage, languageName } from "#app/platform/languages.ts";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import type { StepPage } from "../draft-step.server.ts";

type FieldsProps = { page: StepPage; typed?: Record<string, string>; errors?: FormErrors };

/** Days and minimum time of a step. */
export function StepTimeFields({ page: { step }, typed, errors }: FieldsProps) {
  const t = useT();
  const day = (name: "availableFrom" | "availableUntil") => ({
    name,
    type: "date",
    isOptional: true,
    defaultValue: typed?.[name] ?? step[name],
    error: errors?.[name],
  });
  return (
    <>
      {timed.includes(step.kind) && (
        <TextField
          name="minimumMinutes"
          label={t("outline.fieldMinimum")}
          hint={t("outline.fieldMinimumHint")}
          isOptional
          inputMode="numeric"
          maxLength={3}
          defaultValue={typed?.minimumMinutes ?? numeral(minimumOf(step))}
          error={errors?.minimumMinutes}
        />
      )}
      <TextField {...day("availableFrom")} label={t("outline.fieldFrom")} />
      <TextField
        {...day("availableUntil")}
        label={t("outline.fieldUntil")}
        hint={t("outline.fieldDaysHint")}
      />
      <TextField
        name="dueAfterDays"
        label={t("outline.fieldDue")}
        hint={t("outline.fieldDueHint")}
        isOptional
        inputMode="numeric"
        maxLength={4}
        defaultValue={typed?.dueAfterDays ?? numeral(step.dueAfterDays)}
        error={errors?.dueAfterDays}
      />
    </>
  );
}

/** Kinds whose pages have a time of their own; quizzes and packages count theirs. */
const timed = ["lesson", "video", "file", "link"];

function minimumOf(step: Activity): number | undefined {
  return "minimumMinutes" in step ? step.minimumMinutes : undefined;
}

function numeral(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

/** What only a video, a file or a page elsewhere has. */
export function MaterialFields(props: FieldsProps) {
  const { step } = props.page;
  if (step.kind === "video") return <VideoFields {...props} />;
  if (step.kind === "file") return <FileFields {...props} />;
  return step.kind === "link" ? <AddressFields {...props} /> : null;
}

function VideoFields({ page: { step, media, languages, transcripts }, typed, errors }: FieldsProps) {
  const t = useT();
  if (step.kind !== "video") return null;
  return (
    <>
      <SelectField
        name="video"
        label={t("outline.fieldVideo")}
        options={choices(media.videos, step.video, t("outline.choose"))}
        defaultValue={typed?.video ?? step.video}
        error={errors?.video}
      />
      {languages.map((tag) => (
        <SelectField
          key={tag}
          name={`captions_${tag}`}
          label={t("outline.videoIn", { language: languageName(tag) })}
          hint={tag === defaultLanguage ? t("outline.captionsHint") : undefined}
          isOptional
          options={choices(media.captions, step.captions[tag], t("outline.noCaptions"))}
          defaultValue={typed?.[`captions_${tag}`] ?? step.captions[tag] ?? ""}
          error={errors?.[`captions_${tag}`]}
        />
      ))}
      {languages.map((tag) => (
        <TextArea
          key={tag}
          name={`transcript_${tag}`}
          label={t("outline.transcriptIn", { language: languageName(tag) })}
          hint={tag === defaultLanguage ? t("outline.transcriptHint") : undefined}
          isOptional
          lang={tag}
          rows={4}
          defaultValue={typed?.[`transcript_${tag}`] ?? transcripts[tag]}
          error={errors?.[`transcript_${tag}`]}
        />
      ))}
    </>
  );
}

function FileFields({ page: { step, media, languages }, typed, errors }: FieldsProps) {
  const t = useT();
  if (step.kind !== "file") return null;
  const files: Record<string, string | undefined> = step.files;
  return languages.map((tag) => {
    const isNeeded = tag === defaultLanguage;
    return (
      <SelectField
        key={tag}
        name={`file_${tag}`}
        label={t("outline.fileIn", { language: languageName(tag) })}
        isOptional={!isNeeded}
        options={choices(media.files, files[tag], t(isNeeded ? "outline.choose" : "outline.fileInNone"))}
        defaultValue={typed?.[`file_${tag}`] ?? files[tag] ?? ""}
        error={errors?.[`file_${tag}`]}
      />
    );
  });
}

function AddressFields({ page: { step, languages }, typed, errors }: FieldsProps) {
  const t = useT();
  if (step.kind !== "link") return null;
  const addresses: Record<string, string | undefined> = step.addresses;
  return languages.map((tag) => (
    <TextField
      key={tag}
      name={`address_${tag}`}
      type="url"
      label={t("outline.addressIn", { language: languageName(tag) })}
      hint={tag === defaultLanguage ? t("outline.fieldAddressHint") : undefined}
      isOptional={tag !== defaultLanguage}
      maxLength={2000}
      spellCheck={false}
      defaultValue={typed?.[`address_${tag}`] ?? addresses[tag]}
      error={errors?.[`address_${tag}`]}
    />
  ));
}

/** One that is named and has gone stays in the list, so that the form says what is written. */
function choices(paths: string[], named: string | undefined, none: string) {
  const all = named === undefined || paths.includes(named) ? paths : [...paths, named];
  return [
    { value: "", label: none },
    ...all.map((path) => ({ value: path, label: path.replace("media/", "") })),
  ];
}

/** How a video, file or page elsewhere is completed, and where its words and files are. */
export function AboutMaterial({ page: { slug, step } }: { page: StepPage }) {
  const t = useT();
  if (step.kind !== "video" && step.kind !== "file" && step.kind !== "link") return null;
  return (
    <div className="stack">
      <p>{t("outline.seenRule")}</p>
      <p>
        {t("outline.summaryWhere")}{" "}
        <Link to={`/teach/${slug}/draft/texts/${defaultLanguage}`}>{t("outline.texts")}</Link>
      </p>
      {step.kind !== "link" && (
        <p>
          <Link to={`/teach/${slug}/draft/media`}>{t("outline.toMedia")}</Link>
        </p>
      )}
    </div>
  );
}
