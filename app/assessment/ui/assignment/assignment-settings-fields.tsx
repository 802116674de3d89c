import type { FormErrors } from "#app/platform/form-fields.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** When an assignment may be handed in, how often, and how it is graded. */
export function AssignmentSettingsFields({
  fields,
  errors,
}: {
  fields: Record<string, string>;
  errors?: FormErrors | null;
}) {
  const t = useT();
  const field = (name: string) => ({ name, defaultValue: fields[name], error: errors?.[name] });
  const check = (name: string) => ({ name, defaultChecked: fields[name] === "yes" });
  return (
    <>
      <TextField
        {...field("passMark")}
        label={t("quizzes.fieldPassMark")}
        hint={t("quizzes.assignmentPassMarkHint")}
        inputMode="decimal"
      />
      <TextField
        {...field("attempts")}
        label={t("quizzes.assignmentAttempts")}
        hint={t("quizzes.assignmentAttemptsHint")}
        inputMode="numeric"
      />
      <TextField
        {...field("opensAt")}
        type="datetime-local"
        label={t("quizzes.fieldOpensAt")}
        hint={t("quizzes.zoneHint")}
      />
      <TextField
        {...field("closesAt")}
        type="datetime-local"
        label={t("quizzes.fieldClosesAt")}
        hint={t("quizzes.assignmentClosesHint")}
      />
      <Checkbox {...check("anonymousGrading")} label={t("quizzes.fieldAnonymous")} />
      <Checkbox {...check("doubleMarking")} label={t("quizzes.fieldDouble")} />
    </>
  );
}
