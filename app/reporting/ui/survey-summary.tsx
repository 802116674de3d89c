import type { SurveyText } from "#app/library/course-format.ts";
import { useT } from "#app/platform/i18n.tsx";
import type { ReportTable } from "#app/reporting/report-table.ts";
import type { QuestionSummary } from "#app/reporting/survey-data.server.ts";
import { CsvLink } from "#app/ui/csv-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

/** The survey of a course in figures and, for open questions, in people's own words. */
export function SurveySummary({
  table,
  questions,
  text,
  n,
  csvTo,
}: {
  table: ReportTable;
  questions: QuestionSummary[];
  text: SurveyText | null;
  n: number;
  csvTo: string;
}) {
  const t = useT();
  const written = questions.filter((question) => question.kind === "text" && question.texts.length > 0);
  return (
    <section className="grid gap-4">
      <h2>{table.title}</h2>
      {n === 0 ? (
        <p>{t("teach.resultsSurveyNone")}</p>
      ) : (
        <DataTable
          caption={table.title}
          isCaptionHidden
          columns={table.columns}
          rows={table.rows.map(({ q, figure = "" }) => ({
            q,
            figure: <span className="whitespace-pre-line">{figure}</span>,
          }))}
        />
      )}
      {written.map((question) => (
        <Disclosure
          key={question.id}
          summary={`${text?.questions[question.id]?.q ?? question.id} (${t("teach.resultsAnswersTo", { n: question.n })})`}
        >
          <ul className="list-disc ps-5">
            {question.kind === "text" && question.texts.map((answer, index) => <li key={index}>{answer}</li>)}
          </ul>
        </Disclosure>
      ))}
      {table.footnotes.map((footnote) => (
        <p key={footnote} className="text-sm text-slate">
          {footnote}
        </p>
      ))}
      <p>
        <CsvLink to={csvTo} />
      </p>
    </section>
  );
}
