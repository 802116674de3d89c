import { Link } from "@remix-run/react";

import type { AssignmentPage } from "#app/assessment/assignment-page.server.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { SubmitForm } from "../submit-form.tsx";

type Answer = NonNullable<AssignmentPage["answer"]>;

/** The last look before an answer is handed in: afterwards it cannot be changed. */
export function HandIn({
  answer,
  address,
  here,
  errors,
}: {
  answer: Answer;
  address: string;
  here: string;
  errors?: FormErrors | null;
}) {
  const t = useT();
  const isWhole = answer.items.every(({ isAnswered }) => isAnswered);
  return (
    <section className="stack" aria-labelledby="hand-in-title">
      <h2 id="hand-in-title">{t("assignment.confirmTitle")}</h2>
      <ErrorSummary errors={errors} />
      <p>{t(isWhole ? "assignment.confirmLead" : "assignment.incomplete")}</p>
      {answer.items.map((item) => (
        <div key={item.position} className="stack">
          <h3 className="text-base">
            {t(item.asked.type === "file" ? "assignment.file" : "assignment.text")}
          </h3>
          {!item.isAnswered && <Notice kind="warning">{t("assignment.missing")}</Notice>}
          {item.isAnswered && item.asked.type !== "file" && (
            <p className="card whitespace-pre-wrap wrap-anywhere">{String(item.given.answer ?? "")}</p>
          )}
          {item.isAnswered && item.asked.type === "file" && (
            <p>
              <a href={`${address}/questions/${item.position}/file`} download>
                {t("graded.fileOpen")}
              </a>
            </p>
          )}
        </div>
      ))}
      {isWhole && (
        <SubmitForm answering={answer.answering} address={address}>
          <input type="hidden" name="intent" value="hand-in" />
          <div>
            <Button>{t("assignment.handIn")}</Button>
          </div>
        </SubmitForm>
      )}
      <p>
        <Link to={here} className="inline-flex min-h-11 items-center">
          {t("assignment.change")}
        </Link>
      </p>
    </section>
  );
}
