import { Form } from "@remix-run/react";

import type { ImportPreview } from "#app/assessment/exchange/bank-import.server.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Props = { preview: ImportPreview; choices: { language: string; category: string }; bankId: string };

/** What a file holds, what is left out and why; nothing is saved until the button is pressed. */
export function ImportList({ preview, choices, bankId }: Props) {
  const t = useT();
  const { questions, leftOut, notes } = preview;
  const counted = (standing: string) => questions.filter((question) => question.standing === standing).length;
  const fresh = counted("new") + counted("taken");
  return (
    <>
      <Notice kind="info" isStatus title={t("exchange.recognised", { format: t(formatKey(preview.format)) })}>
        <p>{t("exchange.summary", { fresh, same: counted("same"), left: leftOut.length })}</p>
        {notes.map((note) => (
          <p key={note.key}>{t(note.key, note.values)}</p>
        ))}
      </Notice>
      <LeftOutTable leftOut={leftOut} />
      <QuestionsTable questions={questions} />
      <Form method="post" encType="multipart/form-data" className="grid gap-6">
        <input type="hidden" name="token" value={preview.token} />
        <input type="hidden" name="language" value={choices.language} />
        <input type="hidden" name="category" value={choices.category} />
        {counted("taken") > 0 && (
          <RadioGroup
            name="collision"
            legend={t("exchange.collision", { count: counted("taken") })}
            options={[
              { value: "new-key", label: t("exchange.collisionNewKey") },
              { value: "new-version", label: t("exchange.collisionNewVersion") },
            ]}
            defaultValue="new-key"
          />
        )}
        <div className="flex flex-wrap gap-4">
          {fresh > 0 && <Button>{t("exchange.import", { count: fresh })}</Button>}
          <ButtonLink to={`/teach/banks/${bankId}/import`} variant="secondary">
            {t("exchange.another")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

export const formatKey = (format: string) => `exchange.format_${format}` as MessageKey;

function LeftOutTable({ leftOut }: Pick<ImportPreview, "leftOut">) {
  const t = useT();
  if (leftOut.length === 0) return null;
  return (
    <section className="stack min-w-0">
      <h2>{t("exchange.leftOut", { count: leftOut.length })}</h2>
      <DataTable
        caption={t("exchange.leftOut", { count: leftOut.length })}
        isCaptionHidden
        columns={[
          { key: "name", header: t("exchange.name"), isRowHeader: true, isLong: true },
          { key: "reason", header: t("exchange.reason"), isLong: true },
        ]}
        rows={leftOut.map(({ name, reason }) => ({ name, reason: t(reason.key, reason.values) }))}
      />
    </section>
  );
}

function QuestionsTable({ questions }: Pick<ImportPreview, "questions">) {
  const t = useT();
  if (questions.length === 0) return null;
  return (
    <section className="stack min-w-0">
      <h2>{t("exchange.questions", { count: questions.length })}</h2>
      <DataTable
        caption={t("exchange.questions", { count: questions.length })}
        isCaptionHidden
        columns={[
          { key: "name", header: t("exchange.name"), isRowHeader: true, isLong: true },
          { key: "type", header: t("bank.type") },
          { key: "category", header: t("bank.category") },
          { key: "standing", header: t("exchange.standing") },
          { key: "notes", header: t("exchange.changes"), isLong: true },
        ]}
        rows={questions.map((question) => ({
          name: question.name,
          type: t(`bank.type_${question.type}` as MessageKey),
          category: question.category,
          standing: t(`exchange.standing_${question.standing}`),
          notes: question.notes.map((note) => t(note.key, note.values)).join(" "),
        }))}
      />
    </section>
  );
}
