import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** What becomes of learners under way on earlier versions; nothing where there are none. */
export function MoveFields({
  underWay,
  present,
  errors,
}: {
  underWay: number;
  /** What was chosen before. */
  present?: Record<string, string | undefined>;
  errors?: Record<string, MessageKey> | null;
}) {
  const t = useT();
  if (underWay === 0) return null;
  return (
    <>
      <RadioGroup
        name="learners"
        legend={t("authoring.fieldLearners", { count: underWay })}
        hint={t("authoring.learnersCompleted")}
        defaultValue={present?.learners ?? "stay"}
        options={[
          { value: "stay", label: t("authoring.learnersStay"), hint: t("authoring.learnersStayNewHint") },
          { value: "offer", label: t("publishing.offer"), hint: t("publishing.offerHint") },
          { value: "require", label: t("publishing.require"), hint: t("publishing.requireHint") },
          { value: "move", label: t("authoring.learnersMove"), hint: t("publishing.moveHint") },
        ]}
      />
      <TextField
        name="moveAt"
        type="datetime-local"
        label={t("publishing.moveAt")}
        hint={t("publishing.moveAtHint")}
        defaultValue={present?.moveAt}
        error={errors?.moveAt}
      />
    </>
  );
}
