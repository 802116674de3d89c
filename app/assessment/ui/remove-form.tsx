import { Form } from "@remix-run/react";

import type { FormErrors } from "#app/platform/form-fields.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";

const words = {
  quiz: { title: "quizzes.removeTitle", lead: "quizzes.removeLead" },
  assignment: { title: "quizzes.removeAssignmentTitle", lead: "quizzes.removeAssignmentLead" },
} as const;

/** Takes a quiz or an assignment away for good, once that is confirmed; sent with the intent "remove". */
export function RemoveForm({ kind, errors }: { kind: keyof typeof words; errors: FormErrors | undefined }) {
  const t = useT();
  const { title, lead } = words[kind];
  return (
    <Form method="post" noValidate className="card stack">
      <h2>{t(title)}</h2>
      <ErrorSummary errors={errors} />
      <p>{t(lead)}</p>
      <input type="hidden" name="intent" value="remove" />
      <Checkbox name="confirm" label={t("quizzes.removeConfirm")} error={errors?.confirm} />
      <Button variant="danger">{t(title)}</Button>
    </Form>
  );
}
