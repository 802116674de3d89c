import type { settingsFields } from "../quiz-settings-form.ts";
import { feedbackParts } from "#app/library/feedback-parts.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "#app/ui/choices.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import { FieldGroup } from "./field-group.tsx";

export type SettingsFields = ReturnType<typeof settingsFields>;

type GroupProps = { fields: SettingsFields; errors?: Record<string, MessageKey> };

/** What the control of a setting has besides its words. */
function controlsOf({ fields, errors }: GroupProps) {
  return {
    field: (name: string) => ({ name, defaultValue: fields.texts[name], error: errors?.[name] }),
    check: (name: string) => ({ name, defaultChecked: fields.checks[name] }),
  };
}

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

function PurposeGroup({ others, ...props }: GroupProps & { others: { slug: string; title: string }[] }) {
  const t = useT();
  const { field } = controlsOf(props);
  return (
    <FieldGroup title={t("quizzes.groupPurpose")}>
      <ModeField defaultValue={props.fields.texts.mode} error={props.errors?.mode} />
      <SelectField
        {...field("postTestOf")}
        label={t("quizzes.fieldPostTestOf")}
        hint={t("quizzes.postTestOfHint")}
        options={[
          { value: "", label: t("quizzes.postTestNone") },
          ...others.map(({ slug, title }) => ({ value: slug, label: title })),
        ]}
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

function TimeGroup(props: GroupProps) {
  const t = useT();
  const { field } = controlsOf(props);
  return (
    <FieldGroup title={t("quizzes.groupTime")}>
      <TextField
        {...field("timeLimitMinutes")}
        label={t("quizzes.fieldTimeLimit")}
        hint={t("quizzes.timeLimitHint")}
        inputMode="numeric"
      />
      <TextField
        {...field("graceSeconds")}
        label={t("quizzes.fieldGrace")}
        hint={t("quizzes.graceHint")}
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
        hint={t("quizzes.closesHint")}
      />
    </FieldGroup>
  );
}

function AttemptsGroup(props: GroupProps) {
  const t = useT();
  const { field, check } = controlsOf(props);
  return (
    <FieldGroup title={t("quizzes.groupAttempts")}>
      <TextField
        {...field("attempts")}
        label={t("quizzes.fieldAttempts")}
        hint={t("quizzes.attemptsHint")}
        inputMode="numeric"
      />
      <TextField
        {...field("waitMinutes")}
        label={t("quizzes.fieldWait")}
        hint={t("quizzes.waitHint")}
        inputMode="numeric"
      />
      <SelectField
        {...field("scoring")}
        label={t("quizzes.fieldScoring")}
        options={(["best", "last", "first", "mean"] as const).map((value) => ({
          value,
          label: t(`quizzes.scoring_${value}`),
        }))}
      />
      <TextField {...field("passMark")} label={t("quizzes.fieldPassMark")} inputMode="decimal" />
      <Checkbox {...check("criticalMustBeRight")} label={t("quizzes.fieldCritical")} />
      <TextField
        {...field("minimumDPrime")}
        label={t("quizzes.fieldDPrime")}
        hint={t("quizzes.dPrimeHint")}
        inputMode="decimal"
      />
    </FieldGroup>
  );
}

function FeedbackGroup(props: GroupProps) {
  const t = useT();
  const { field } = controlsOf(props);
  return (
    <FieldGroup title={t("quizzes.groupFeedback")}>
      <RadioGroup
        {...field("feedbackWhen")}
        legend={t("quizzes.fieldFeedbackWhen")}
        options={(["answer", "submission", "closing"] as const).map((value) => ({
          value,
          label: t(`quizzes.feedbackWhen_${value}`),
        }))}
      />
      <CheckboxGroup
        name="feedbackShow"
        legend={t("quizzes.fieldFeedbackShow")}
        hint={t("quizzes.feedbackShowHint")}
        defaultValue={props.fields.feedbackShow}
        error={props.errors?.feedbackShow}
        options={feedbackParts.map((value) => ({ value, label: t(`quizzes.show_${value}`) }))}
      />
    </FieldGroup>
  );
}

function PagesGroup(props: GroupProps) {
  const t = useT();
  const { field, check } = controlsOf(props);
  return (
    <FieldGroup title={t("quizzes.groupPages")}>
      <RadioGroup
        {...field("layout")}
        legend={t("quizzes.fieldLayout")}
        hint={t("quizzes.layoutHint")}
        options={[
          { value: "one", label: t("quizzes.layout_one") },
          { value: "all", label: t("quizzes.layout_all") },
        ]}
      />
      <Checkbox
        {...check("canGoBack")}
        label={t("quizzes.fieldCanGoBack")}
        hint={t("quizzes.canGoBackHint")}
      />
      <Checkbox {...check("shuffleQuestions")} label={t("quizzes.fieldShuffleQuestions")} />
      <Checkbox {...check("shuffleOptions")} label={t("quizzes.fieldShuffleOptions")} />
    </FieldGroup>
  );
}

function FairnessGroup(props: GroupProps) {
  const t = useT();
  const { field, check } = controlsOf(props);
  return (
    <FieldGroup title={t("quizzes.groupFairness")}>
      <TextField
        {...field("accessCode")}
        label={t("quizzes.fieldAccessCode")}
        hint={t("quizzes.accessCodeHint")}
        autoComplete="off"
        spellCheck={false}
      />
      <Checkbox
        {...check("honestyStatement")}
        label={t("quizzes.fieldHonesty")}
        hint={t("quizzes.honestyHint")}
      />
    </FieldGroup>
  );
}

function GradingGroup(props: GroupProps) {
  const t = useT();
  const { check } = controlsOf(props);
  return (
    <FieldGroup title={t("quizzes.groupGrading")}>
      <Checkbox {...check("anonymousGrading")} label={t("quizzes.fieldAnonymous")} />
      <Checkbox {...check("doubleMarking")} label={t("quizzes.fieldDouble")} />
    </FieldGroup>
  );
}
