import { Form } from "@remix-run/react";

import { levelField } from "#app/assessment/mark-form.ts";
import type { MarkingTask } from "#app/assessment/marking.ts";
import type { RubricLine } from "#app/assessment/rubric-lines.ts";
import type { Fields, FormErrors } from "#app/platform/form-fields.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

/** The form of a mark: a level of each criterion, a comment, a note. */
export function MarkFields({
  todo,
  rubric,
  marksSeen,
  isNoteNeeded,
  errors,
  typed = {},
}: {
  todo: NonNullable<MarkingTask>;
  rubric: RubricLine[];
  marksSeen: number;
  isNoteNeeded: boolean;
  errors?: FormErrors | null;
  typed?: Fields;
}) {
  const { t, formatNumber } = useI18n();
  const typedText = (name: string) => (typeof typed[name] === "string" ? typed[name] : undefined);
  return (
    <Form method="post" noValidate className="stack">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="task" value={todo} />
      <input type="hidden" name="seen" value={marksSeen} />
      {rubric.map(({ id, title, levels }) => (
        <RadioGroup
          key={id}
          name={levelField(id)}
          legend={title}
          options={levels.map(({ text, points }, index) => ({
            value: String(index),
            label: text,
            hint: t("grading.points", { count: formatNumber(points) }),
          }))}
          defaultValue={typedText(levelField(id))}
          error={errors?.[levelField(id)]}
        />
      ))}
      <TextArea
        name="comment"
        label={t("grading.comment")}
        hint={t("grading.commentHint")}
        isOptional
        defaultValue={typedText("comment")}
        error={errors?.comment}
      />
      <TextArea
        name="note"
        label={t(todo === "mark" ? "grading.note" : "grading.noteDecide")}
        hint={t(todo === "decide" && isNoteNeeded ? "grading.noteDecideHint" : "grading.noteHint")}
        isOptional={!isNoteNeeded}
        rows={3}
        defaultValue={typedText("note")}
        error={errors?.note}
      />
      <div className="flex flex-wrap gap-4">
        {todo === "review" ? (
          <Button name="intent" value="save">
            {t("grading.save")}
          </Button>
        ) : (
          <>
            <Button name="intent" value="next">
              {t("grading.saveNext")}
            </Button>
            <Button variant="secondary" name="intent" value="save">
              {t("grading.save")}
            </Button>
            <Button variant="quiet" name="intent" value="back" aria-describedby="put-back-hint">
              {t("grading.putBack")}
            </Button>
          </>
        )}
      </div>
      {todo !== "review" && (
        <p id="put-back-hint" className="text-slate">
          {t("grading.putBackHint")}
        </p>
      )}
    </Form>
  );
}
