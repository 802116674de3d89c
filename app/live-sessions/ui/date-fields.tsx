import type { FormErrors } from "#app/platform/form-fields.ts";
import { useT } from "#app/platform/i18n.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** When and where a date of a live session is. */
export function DateFields({ values, errors }: { values: Record<string, string>; errors?: FormErrors }) {
  const t = useT();
  const field = (name: string) => ({ name, defaultValue: values[name], error: errors?.[name] });
  return (
    <>
      <TextField {...field("day")} label={t("sessions.fieldDay")} type="date" />
      <TextField
        {...field("from")}
        label={t("sessions.fieldFrom")}
        hint={t("sessions.fieldZone")}
        type="time"
      />
      <TextField {...field("to")} label={t("sessions.fieldTo")} type="time" />
      <TextField
        {...field("place")}
        label={t("sessions.fieldPlace")}
        hint={t("sessions.fieldPlaceHint")}
        maxLength={300}
      />
      <TextField
        {...field("link")}
        label={t("sessions.fieldLink")}
        hint={t("sessions.fieldLinkHint")}
        type="url"
        isOptional
      />
      <TextField
        {...field("places")}
        label={t("sessions.fieldPlaces")}
        hint={t("sessions.fieldPlacesHint")}
        inputMode="numeric"
        maxLength={5}
        isOptional
      />
    </>
  );
}
