import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useFetcher, useLoaderData, useSearchParams } from "@remix-run/react";
import { useRef } from "react";

import { submitQuizQuestions } from "#app/assessment/quiz-choice.server.ts";
import { drawFieldsOf } from "#app/assessment/quiz-draw-form.ts";
import { questionsPage } from "#app/assessment/quiz-pages.server.ts";
import { DrawFields } from "#app/assessment/ui/draw-fields.tsx";
import { DrawReportView } from "#app/assessment/ui/draw-report.tsx";
import { FieldGroup } from "#app/assessment/ui/field-group.tsx";
import { QuestionListFields } from "#app/assessment/ui/question-list-fields.tsx";
import { QuizPageHeader } from "#app/assessment/ui/quiz-page-header.tsx";
import { ScarceKinds } from "#app/assessment/ui/scarce-kinds.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "quizzes.questionsTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, quiz] = [requireParam(params, "course"), requireParam(params, "quiz")];
  return questionsPage(actor, course, quiz, languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, quiz] = [requireParam(params, "course"), requireParam(params, "quiz")];
  const fields = fieldsOf(await request.formData());
  const typed = { way: String(fields.way ?? "list"), draw: drawFieldsOf(fields) };
  const outcome = await submitQuizQuestions(actor, course, quiz, fields);
  if (outcome) return data({ ...outcome, typed }, { status: outcome.errors ? 422 : 200 });
  return redirect(`/teach/${course}/quizzes/${quiz}/questions?saved=yes`);
});

export default function QuizQuestionsPage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const [search] = useSearchParams();
  const live = useLiveReport();
  const tried = live.report ?? result?.report;
  const report = tried ?? page.report;
  const scarce = tried ? tried.scarce : page.scarce;
  const draw = result?.typed.draw ?? drawFieldsOf(page.drawForm);
  const written = search.get("written");
  const isWritten = page.questions.some(({ id }) => id === written) && !page.chosen.includes(written ?? "");
  return (
    <div className="measure grid gap-8">
      <QuizPageHeader page={page} />
      {search.has("saved") && !result && (
        <Notice kind="success" isStatus>
          <p>{t("quizzes.saved")}</p>
          {page.activityId === null && (
            <Link to={`/teach/${page.slug}/quizzes/${page.quizSlug}/place`}>{t("quizzes.navPlace")}</Link>
          )}
        </Notice>
      )}
      {isWritten && !result && (
        <Notice kind="success" isStatus>
          {t("quizzes.questionWritten")}
        </Notice>
      )}
      <Form
        method="post"
        noValidate
        className="grid gap-8"
        key={`${page.version} ${written}`}
        onChange={(event) => live.onChange(event.currentTarget)}
      >
        <ErrorSummary errors={result?.errors} />
        <WayField
          way={result?.typed.way ?? (isWritten ? "list" : page.way)}
          canFollowPreTest={page.canFollowPreTest}
        />
        <div className={shownFor.list}>
          <FieldGroup title={t("quizzes.way_list")}>
            <QuestionListFields
              chosen={isWritten && written ? [...page.chosen, written] : page.chosen}
              questions={page.questions}
              writeAt={`/teach/banks/${page.bankId}/new?quiz=${page.slug}/${page.quizSlug}`}
            />
          </FieldGroup>
        </div>
        <div className={`grid gap-8 ${shownFor.draw}`}>
          <FieldGroup title={t("quizzes.way_draw")}>
            <DrawFields values={draw} choices={page} errors={result?.errors ?? undefined} />
          </FieldGroup>
          {report && <DrawReportView report={report} lessons={page.lessons} />}
        </div>
        {scarce && <ScarceKinds scarce={scarce} />}
        <p className="flex flex-wrap gap-4">
          <Button>{t("quizzes.save")}</Button>
          <Button name="intent" value="check" variant="secondary" className={shownFor.draw}>
            {t("quizzes.check")}
          </Button>
        </p>
      </Form>
    </div>
  );
}

/** What does not belong to the chosen way is out of sight, with and without scripts; it is sent all the same. */
const shownFor = {
  list: "[form:has([name=way][value=list]:not(:checked))_&]:hidden",
  draw: "[form:has([name=way][value=draw]:not(:checked))_&]:hidden",
};

function WayField({ way, canFollowPreTest }: { way: string; canFollowPreTest: boolean }) {
  const t = useT();
  const ways = (["list", "draw", "same"] as const).filter((one) => one !== "same" || canFollowPreTest);
  return (
    <RadioGroup
      name="way"
      legend={t("quizzes.way")}
      defaultValue={way}
      options={ways.map((value) => ({
        value,
        label: t(`quizzes.way_${value}`),
        hint: t(`quizzes.way_${value}Hint`),
      }))}
    />
  );
}

/** Asks what the draw can give while it is being written. */
function useLiveReport() {
  const fetcher = useFetcher<typeof action>();
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  const onChange = (form: HTMLFormElement) => {
    clearTimeout(waiting.current);
    const fields = new FormData(form);
    if (fields.get("way") !== "draw") return;
    fields.set("intent", "check");
    waiting.current = setTimeout(() => fetcher.submit(fields, { method: "post" }), 600);
  };
  return { onChange, report: fetcher.data && "report" in fetcher.data ? fetcher.data.report : null };
}
