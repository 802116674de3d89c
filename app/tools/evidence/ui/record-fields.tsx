import { useT } from "#app/platform/i18n.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** Who, when, from where, how; all of it may stay empty. `when` is how the field for it begins. */
export function RecordFields({ when, zone }: { when: string; zone: string }) {
  const t = useT();
  return (
    <div className="grid gap-5">
      <TextField name="by" label={t("evidence.by")} hint={t("evidence.byHint")} autoComplete="off" />
      <TextField
        name="when"
        type="datetime-local"
        label={t("evidence.when")}
        hint={t("evidence.whenHint", { zone })}
        defaultValue={when}
        autoComplete="off"
      />
      <TextField name="platform" label={t("evidence.platform")} autoComplete="off" isOptional />
      <TextField
        name="address"
        label={t("evidence.address")}
        hint={t("evidence.addressHint")}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        isOptional
      />
      <TextField name="how" label={t("evidence.how")} hint={t("evidence.howHint")} autoComplete="off" />
      <TextArea
        name="remarks"
        label={t("evidence.remarks")}
        hint={t("evidence.remarksHint")}
        rows={3}
        isOptional
      />
      <Checkbox
        name="withoutNames"
        label={t("evidence.withoutNames")}
        hint={t("evidence.withoutNamesHint")}
      />
    </div>
  );
}
