import type { settingsFields } from "../quiz-settings-form.ts";
import { feedbackParts } from "#app/library/quiz-format.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "#app/ui/choices.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import { FieldGroup } from "./field-group.tsx";

export type SettingsFields = ReturnType<typeof settingsFields>;

type GroupProps = { fields: SettingsFields; errors?: Record<string, MessageKey> };

/** Every setting of a quiz but its questions, in groups. */
export function QuizSettingsFields({
  others,
  ...props
}: GroupProps & { others: { slug: string; title: string }[] }) {
  return (
    <>
      <PurposeGroup {...props} others={others} />
      <TimeGroup {...props} />
      <AttemptsGroup {...props} />
      <FeedbackGroup {...props} />
      <PagesGroup {...props} />
      <FairnessGroup {...props} />
      <GradingGroup {...props} />
    </>
  );
}

function PurposeGroup({
  fields,
  errors,
  others,
}: GroupProps & { others: { slug: string; title: string }[] }) {
  const t = useT();
  return (
    <FieldGroup title={t("quizzes.groupPurpose")}>
      <ModeField defaultValue={fields.texts.mode} error={errors?.mode} />
      <SelectField
        name="postTestOf"
        label={t("quizzes.fieldPostTestOf")}
        hint={t("quizzes.postTestOfHint")}
        options={[
          { value: "", label: t("quizzes.postTestNone") },
          ...others.map(({ slug, title }) => ({ value: slug, label: title })),
        ]}
        defaultValue={fields.texts.postTestOf}
        error={errors?.postTestOf}
      />
    </FieldGroup>
  );
}

export function ModeField({ defaultValue, error }: { defaultValue?: string; error?: MessageKey }) {
  const t = useT();
  return (
    <RadioGroup
      name="mode"
      legend={t("quizzes.fieldMode")}
      defaultValue={defaultValue}
      error={error}
      options={[
        { value: "practice", label: t("quizzes.mode_practice"), hint: t("quizzes.modePracticeHint") },
        { value: "test", label: t("quizzes.mode_test"), hint: t("quizzes.modeTestHint") },
      ]}
    />
  );
}

function TimeGroup({ fields: { texts }, errors }: GroupProps) {
  const t = useT();
  return (
    <FieldGroup title={t("quizzes.groupTime")}>
      <TextField
        name="timeLimitMinutes"
        label={t("quizzes.fieldTimeLimit")}
        hint={t("quizzes.timeLimitHint")}
        inputMode="numeric"
        defaultValue={texts.timeLimitMinutes}
        error={errors?.timeLimitMinutes}
      />
      <TextField
        name="graceSeconds"
        label={t("quizzes.fieldGrace")}
        hint={t("quizzes.graceHint")}
        inputMode="numeric"
        defaultValue={texts.graceSeconds}
        error={errors?.graceSeconds}
      />
      <TextField
        name="opensAt"
        type="datetime-local"
        label={t("quizzes.fieldOpensAt")}
        hint={t("quizzes.zoneHint")}
        defaultValue={texts.opensAt}
        error={errors?.opensAt}
      />
      <TextField
        name="closesAt"
        type="datetime-local"
        label={t("quizzes.fieldClosesAt")}
        hint={t("quizzes.closesHint")}
        defaultValue={texts.closesAt}
        error={errors?.closesAt}
      />
    </FieldGroup>
  );
}

function AttemptsGroup({ fields: { texts, checks }, errors }: GroupProps) {
  const t = useT();
  return (
    <FieldGroup title={t("quizzes.groupAttempts")}>
      <TextField
        name="attempts"
        label={t("quizzes.fieldAttempts")}
        hint={t("quizzes.attemptsHint")}
        inputMode="numeric"
        defaultValue={texts.attempts}
        error={errors?.attempts}
      />
      <TextField
        name="waitMinutes"
        label={t("quizzes.fieldWait")}
        hint={t("quizzes.waitHint")}
        inputMode="numeric"
        defaultValue={texts.waitMinutes}
        error={errors?.waitMinutes}
      />
      <SelectField
        name="scoring"
        label={t("quizzes.fieldScoring")}
        options={(["best", "last", "first", "mean"] as const).map((value) => ({
          value,
          label: t(`quizzes.scoring_${value}`),
        }))}
        defaultValue={texts.scoring}
        error={errors?.scoring}
      />
      <TextField
        name="passMark"
        label={t("quizzes.fieldPassMark")}
        inputMode="decimal"
        defaultValue={texts.passMark}
        error={errors?.passMark}
      />
      <Checkbox
        name="criticalMustBeRight"
        label={t("quizzes.fieldCritical")}
        defaultChecked={checks.criticalMustBeRight}
      />
      <TextField
        name="minimumDPrime"
        label={t("quizzes.fieldDPrime")}
        hint={t("quizzes.dPrimeHint")}
        inputMode="decimal"
        defaultValue={texts.minimumDPrime}
        error={errors?.minimumDPrime}
      />
    </FieldGroup>
  );
}

function FeedbackGroup({ fields: { texts, feedbackShow }, errors }: GroupProps) {
  const t = useT();
  return (
    <FieldGroup title={t("quizzes.groupFeedback")}>
      <RadioGroup
        name="feedbackWhen"
        legend={t("quizzes.fieldFeedbackWhen")}
        defaultValue={texts.feedbackWhen}
        error={errors?.feedbackWhen}
        options={(["answer", "submission", "closing"] as const).map((value) => ({
          value,
          label: t(`quizzes.feedbackWhen_${value}`),
        }))}
      />
      <CheckboxGroup
        name="feedbackShow"
        legend={t("quizzes.fieldFeedbackShow")}
        hint={t("quizzes.feedbackShowHint")}
        defaultValue={feedbackShow}
        error={errors?.feedbackShow}
        options={feedbackParts.map((value) => ({ value, label: t(`quizzes.show_${value}`) }))}
      />
    </FieldGroup>
  );
}

function PagesGroup({ fields: { texts, checks }, errors }: GroupProps) {
  const t = useT();
  return (
    <FieldGroup title={t("quizzes.groupPages")}>
      <RadioGroup
        name="layout"
        legend={t("quizzes.fieldLayout")}
        hint={t("quizzes.layoutHint")}
        defaultValue={texts.layout}
        error={errors?.layout}
        options={[
          { value: "one", label: t("quizzes.layout_one") },
          { value: "all", label: t("quizzes.layout_all") },
        ]}
      />
      <Checkbox
        name="canGoBack"
        label={t("quizzes.fieldCanGoBack")}
        hint={t("quizzes.canGoBackHint")}
        defaultChecked={checks.canGoBack}
      />
      <Checkbox
        name="shuffleQuestions"
        label={t("quizzes.fieldShuffleQuestions")}
        defaultChecked={checks.shuffleQuestions}
      />
      <Checkbox
        name="shuffleOptions"
        label={t("quizzes.fieldShuffleOptions")}
        defaultChecked={checks.shuffleOptions}
      />
    </FieldGroup>
  );
}

function FairnessGroup({ fields: { texts, checks }, errors }: GroupProps) {
  const t = useT();
  return (
    <FieldGroup title={t("quizzes.groupFairness")}>
      <TextField
        name="accessCode"
        label={t("quizzes.fieldAccessCode")}
        hint={t("quizzes.accessCodeHint")}
        autoComplete="off"
        spellCheck={false}
        defaultValue={texts.accessCode}
        error={errors?.accessCode}
      />
      <Checkbox
        name="honestyStatement"
        label={t("quizzes.fieldHonesty")}
        hint={t("quizzes.honestyHint")}
        defaultChecked={checks.honestyStatement}
      />
    </FieldGroup>
  );
}

function GradingGroup({ fields: { checks } }: GroupProps) {
  const t = useT();
  return (
    <FieldGroup title={t("quizzes.groupGrading")}>
      <Checkbox
        name="anonymousGrading"
        label={t("quizzes.fieldAnonymous")}
        defaultChecked={checks.anonymousGrading}
      />
      <Checkbox name="doubleMarking" label={t("quizzes.fieldDouble")} defaultChecked={checks.doubleMarking} />
    </FieldGroup>
  );
}
