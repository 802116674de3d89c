import { Link, useSearchParams } from "@remix-run/react";

import type { AnswerFileFault } from "#app/assessment/answer-file.ts";
import type { AskedQuestion } from "#app/assessment/asked-question.ts";
import type { AnswerFields } from "#app/assessment/response.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { QuestionFields } from "../question-fields.tsx";

const faults: Record<AnswerFileFault, MessageKey> = {
  missing: "graded.fileMissing",
  empty: "graded.fileEmpty",
  tooLarge: "graded.fileTooLarge",
  wrongKind: "graded.fileWrongKind",
  hasMacros: "graded.fileHasMacros",
};

/**
 * The form of a question that is answered with a file: it loads the document anew, with JavaScript as without, and the
 * question's page says what became of the file. `address` is the question's, `next` what follows it.
 */
export function FileAnswer({
  asked,
  given,
  address,
  next,
}: {
  asked: AskedQuestion;
  given: AnswerFields;
  address: string;
  next: string;
}) {
  const t = useT();
  const outcome = useSearchParams()[0].get("file") ?? "";
  const fault = Object.hasOwn(faults, outcome) ? faults[outcome as AnswerFileFault] : undefined;
  const errors = fault && { file: fault };
  const hasFile = typeof given.fileName === "string";
  return (
    <form method="post" encType="multipart/form-data" action={`${address}/file`} className="stack">
      <ErrorSummary errors={errors} />
      {hasFile && (
        <Notice kind="success" isStatus={outcome === "saved"}>
          {t("graded.fileReceived")}{" "}
          <a href={`${address}/file`} download>
            {t("graded.fileOpen")}
          </a>
        </Notice>
      )}
      <QuestionFields asked={asked} given={given} errors={errors} />
      <p className="text-slate">{t("graded.filePrivacy")}</p>
      <div className="flex flex-wrap items-center gap-6">
        <Button variant={hasFile ? "secondary" : "primary"}>
          {t(hasFile ? "graded.fileReplace" : "graded.fileSend")}
        </Button>
        {hasFile && <Link to={next}>{t("graded.fileGoOn")}</Link>}
      </div>
    </form>
  );
}
