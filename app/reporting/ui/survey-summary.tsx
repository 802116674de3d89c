import type { SurveyText } from "#app/library/course-format.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { figureWords } from "#app/reporting/figure-words.ts";
import type { QuestionSummary } from "#app/reporting/survey-data.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

/** The survey of a course in figures and, for open questions, in people's own words. */
export function SurveySummary({
  questions,
  text,
  n,
}: {
  questions: QuestionSummary[];
  text: SurveyText | null;
  n: number;
}) {
  const { t } = useI18n();
  const written = questions.filter((question) => question.kind === "text" && question.texts.length > 0);
  return (
    <section className="grid gap-4">
      <h2>{t("teach.resultsSurvey")}</h2>
      {n === 0 ? (
        <p>{t("teach.resultsSurveyNone")}</p>
      ) : (
        <DataTable
          caption={t("teach.resultsSurvey")}
          isCaptionHidden
          columns={[
            { key: "q", header: t("teach.resultsQuestion"), isRowHeader: true },
            { key: "figure", header: t("teach.results") },
          ]}
          rows={questions
            .filter(({ kind }) => kind !== "text")
            .map((question) => ({
              q: text?.questions[question.id]?.q ?? question.id,
              figure: <Figure question={question} text={text} />,
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
      {text && <p className="text-sm text-slate">{t("common.kosovoFootnote")}</p>}
    </section>
  );
}

function Figure({ question, text }: { question: QuestionSummary; text: SurveyText | null }) {
  const i18n = useI18n();
  const { t, formatNumber } = i18n;
  const words = figureWords(i18n);
  switch (question.kind) {
    case "scale":
      return question.mean === null ? (
        words.hidden()
      ) : (
        <>
          {words.mean(question.mean, question.n)}
          <br />
          {words.proportion(question.satisfied)}
        </>
      );
    case "before-now":
      return question.before === null || question.now === null
        ? words.hidden()
        : t("teach.resultsBefore", {
            before: formatNumber(question.before),
            now: formatNumber(question.now),
            n: question.n,
          });
    case "nps":
      return question.score === null
        ? t("teach.resultsNpsFew", { n: question.n })
        : t("teach.resultsNps", { score: formatNumber(question.score, 0), n: question.n });
    case "choice":
      return (
        <ul>
          {question.counts.map(({ option, count }) => (
            <li key={option}>
              {text?.questions[question.id]?.options?.[option] ?? option}:{" "}
              {count === null ? words.hidden() : words.count(count)}
            </li>
          ))}
        </ul>
      );
    default:
      return null;
  }
}
