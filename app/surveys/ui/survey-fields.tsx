import type { Survey, SurveyQuestion, SurveyText } from "#app/library/course-format.ts";
import { useT } from "#app/platform/i18n.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

/** All questions of a survey, by section; each can be skipped. */
export function SurveyFields({ survey, text }: { survey: Survey; text: SurveyText }) {
  return survey.sections.map((section) => (
    <section key={section.id} className="grid gap-6">
      <div>
        <h2>{text.sections[section.id]?.title}</h2>
        {text.sections[section.id]?.intro && <p className="mt-1">{text.sections[section.id]?.intro}</p>}
      </div>
      {section.questions.map((id) => {
        const question = survey.questions.find((candidate) => candidate.id === id);
        return question && <SurveyField key={id} question={question} text={text} />;
      })}
    </section>
  ));
}

function SurveyField({ question, text }: { question: SurveyQuestion; text: SurveyText }) {
  const t = useT();
  const words = text.questions[question.id];
  const label = words?.q ?? question.id;
  const skipped = { value: "", label: t("survey.skip") };
  switch (question.type) {
    case "scale": {
      const scale = scaleOptions(text.scales[question.scale] ?? []);
      return (
        <RadioGroup
          name={question.id}
          legend={label}
          hint={words?.hint}
          options={[...scale, { value: "na", label: t("survey.notApplicable") }]}
        />
      );
    }
    case "before-now": {
      const options = [skipped, ...scaleOptions(text.scales[question.scale] ?? [])];
      return (
        <fieldset>
          <legend className="font-semibold">{label}</legend>
          <div className="mt-2 grid gap-3 border-s-4 border-line ps-4 sm:grid-cols-2">
            <SelectField name={`${question.id}-before`} label={t("survey.before")} options={options} />
            <SelectField name={`${question.id}-now`} label={t("survey.now")} options={options} />
          </div>
        </fieldset>
      );
    }
    case "choice":
      return (
        <SelectField
          name={question.id}
          label={label}
          hint={words?.hint}
          options={[
            skipped,
            ...question.options.map((option) => ({
              value: option,
              label: words?.options?.[option] ?? option,
            })),
          ]}
        />
      );
    case "nps":
      return (
        <SelectField
          name={question.id}
          label={label}
          hint={words?.hint}
          options={[
            skipped,
            ...Array.from({ length: 11 }, (_, score) => ({ value: String(score), label: String(score) })),
          ]}
        />
      );
    case "text":
      return (
        <TextArea
          name={question.id}
          label={label}
          hint={words?.hint}
          rows={3}
          maxLength={question.maxLength}
        />
      );
  }
}

function scaleOptions(words: string[]) {
  return words.map((word, index) => ({ value: String(index + 1), label: `${index + 1}: ${word}` }));
}
