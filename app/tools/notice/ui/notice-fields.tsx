import { useT } from "#app/platform/i18n.tsx";
import {
  contactNeed,
  grounds,
  type NoticeErrors,
  type Writer,
  writers,
} from "#app/tools/notice/notice-form.ts";
import { FactNumbers } from "#app/tools/ui/fact-numbers.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "#app/ui/choices.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** What decides which fields there are. */
export type Chosen = { writer?: Writer; grounds: string[] };

export function NoticeFields({
  chosen,
  errors,
  wrongAddresses,
  knownFacts,
}: {
  chosen: Chosen;
  errors: NoticeErrors;
  wrongAddresses: string[];
  knownFacts: string[];
}) {
  const t = useT();
  return (
    <>
      <RadioGroup
        name="writer"
        legend={t("notice.writer")}
        options={writers.map((value) => ({ value, label: t(`notice.writer_${value}`) }))}
        error={errors.writer}
      />
      <CheckboxGroup
        name="grounds"
        legend={t("notice.grounds")}
        hint={t("notice.groundsHint")}
        options={grounds.map((value) => ({
          value,
          label: t(`notice.ground_${value}`),
          hint: value === "child" ? t("notice.childHint") : undefined,
        }))}
        error={errors.grounds}
      />
      <TextArea
        name="ownWords"
        label={t("notice.ownWords")}
        hint={t("notice.ownWordsHint")}
        isOptional
        rows={3}
        maxLength={1500}
      />
      <TextArea
        name="addresses"
        label={t("notice.addresses")}
        hint={
          <>
            {t("notice.addressesHint")}
            {errors.addresses && wrongAddresses.length > 0 && (
              <span className="block wrap-anywhere">
                {t("notice.wrongLines")} <span lang="">{wrongAddresses.join(" · ")}</span>
              </span>
            )}
          </>
        }
        rows={4}
        error={errors.addresses}
      />
      <ContactFields chosen={chosen} errors={errors} knownFacts={knownFacts} />
      <Checkbox name="isUsRequest" label={t("notice.usRequest")} hint={t("notice.usRequestHint")} />
      <Checkbox name="goodFaith" label={t("notice.goodFaith")} error={errors.goodFaith} />
    </>
  );
}

function ContactFields({
  chosen,
  errors,
  knownFacts,
}: {
  chosen: Chosen;
  errors: NoticeErrors;
  knownFacts: string[];
}) {
  const t = useT();
  const need = contactNeed(chosen.writer, chosen.grounds);
  if (chosen.writer === "survivor") return <Notice kind="info">{t("notice.noNameAsked")}</Notice>;
  if (need === "none") return null;
  const isOptional = need === "optional";
  return (
    <>
      {isOptional && (
        <p>
          {t("notice.contactOptional")} <FactNumbers facts={["F22"]} sourced={knownFacts} />
        </p>
      )}
      <TextField
        name="name"
        label={t("notice.name")}
        hint={t("notice.nameHint")}
        isOptional={isOptional}
        autoComplete="off"
        error={errors.name}
      />
      <TextField
        name="email"
        label={t("notice.email")}
        hint={t("notice.emailHint")}
        type="email"
        isOptional={isOptional}
        autoComplete="off"
        error={errors.email}
      />
    </>
  );
}
