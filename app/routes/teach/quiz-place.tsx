import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { renameQuiz } from "#app/assessment/quiz-editor.server.ts";
import { placePage } from "#app/assessment/quiz-pages.server.ts";
import { QuizPageHeader } from "#app/assessment/ui/quiz-page-header.tsx";
import { RemoveForm } from "#app/assessment/ui/remove-form.tsx";
import { TitleFields } from "#app/assessment/ui/title-fields.tsx";
import { findDraft } from "#app/authoring/draft.server.ts";
import { placementForm, withdrawalForm } from "#app/authoring/quiz-placement-form.ts";
import { placementState, placeQuiz, withdrawQuiz } from "#app/authoring/quiz-placement.server.ts";
import { canRemoveQuiz, submitQuizRemoval } from "#app/authoring/quiz-removal.server.ts";
import { titlesForm } from "#app/authoring/titles-form.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { certificateStepId } from "#app/library/certificate-step.ts";
import { visibleOutline } from "#app/library/visible-outline.ts";
import { fieldsOf, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { newId } from "#app/platform/id.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "quizzes.placeTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, quiz] = [requireParam(params, "course"), requireParam(params, "quiz")];
  const page = await placePage(actor, course, quiz, languageOf(request));
  return {
    ...page,
    canRemove: await canRemoveQuiz(actor, course, quiz),
    hasDraft: (await findDraft(actor, course)) !== null,
    publication: newId(),
    withdrawal: newId(),
    ...(await placementState(actor, course, quiz)),
  };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, quiz] = [requireParam(params, "course"), requireParam(params, "quiz")];
  const { languages } = await placePage(actor, course, quiz, languageOf(request));
  const fields = fieldsOf(await request.formData());
  const here = `/teach/${course}/quizzes/${quiz}/place`;
  const after = [fields.after ?? []].flat();
  const failed = (errors: FormErrors, typed: Record<string, string> | null) =>
    data({ errors, typed, after }, { status: 422 });
  if (fields.intent === "remove") {
    const errors = await submitQuizRemoval(actor, course, quiz, fields);
    if (errors) return failed(errors, null);
    return redirect(`/teach/${course}/quizzes`);
  }
  if (fields.intent === "withdraw") {
    await withdrawQuiz(actor, course, quiz, withdrawalForm.parse(fields));
    return redirect(`${here}?done=withdrawn`);
  }
  if (fields.intent === "rename") {
    const { values, errors, typed } = parseFields(fields, titlesForm(languages));
    if (errors) return failed(errors, typed);
    await renameQuiz(actor, course, quiz, values.titles);
    return redirect(`${here}?done=renamed`);
  }
  const { values, errors, typed } = parseFields(fields, placementForm(languages));
  if (errors) return failed(errors, typed);
  const wrong = await placeQuiz(actor, course, quiz, values);
  return wrong ? failed(wrong, typed) : redirect(`${here}?done=placed`);
});

export default function QuizPlacePage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const done = useSearchParams()[0].get("done");
  const failed = useActionData<typeof action>();
  return (
    <div className="measure grid gap-8">
      <QuizPageHeader page={page}>
        <p>{t("quizzes.placeLead")}</p>
      </QuizPageHeader>
      {(done === "placed" || done === "withdrawn" || done === "renamed") && !failed && (
        <Notice kind="success" isStatus>
          {t(`quizzes.${done}`)}
        </Notice>
      )}
      {page.hasDraft ? (
        <Notice kind="info">
          <p>{t("outline.placeInDraft")}</p>
          <Link to={`/teach/${page.slug}/draft/outline`}>{t("outline.toOutline")}</Link>
        </Notice>
      ) : (
        <PlaceForm key={page.publication} />
      )}
      {page.current && !page.hasDraft && <WithdrawForm />}
      {page.canRemove && (
        <RemoveForm kind="quiz" errors={failed && !failed.typed ? failed.errors : undefined} />
      )}
    </div>
  );
}

function PlaceForm() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const typed = failed?.typed;
  const errors = typed ? failed.errors : undefined;
  const titles = Object.fromEntries(
    Object.entries(page.titles).map(([tag, title]) => [`title_${tag}`, title]),
  );
  const { current, outline } = page;
  const place = current?.place ?? outline.findLast(({ after }) => !after.includes(certificateStepId))?.id;
  return (
    <Form method="post" noValidate className="stack">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="publication" value={page.publication} />
      <TitleFields languages={page.languages} typed={typed ?? titles} errors={errors} />
      <TextField
        name="minutes"
        label={t("quizzes.fieldMinutes")}
        inputMode="numeric"
        maxLength={4}
        defaultValue={typed?.minutes ?? (current ? String(current.minutes) : "")}
        error={errors?.minutes}
      />
      <Checkbox
        name="required"
        label={t("authoring.fieldRequired")}
        hint={t("authoring.fieldRequiredHint")}
        defaultChecked={typed ? typed.required === "yes" : (current?.required ?? true)}
        error={errors?.required}
      />
      <SelectField
        name="place"
        label={t("authoring.fieldPlace")}
        options={[
          { value: "", label: t("authoring.placeFirst") },
          ...outline.map(({ id, title }) => ({ value: id, label: t("authoring.placeAfter", { title }) })),
        ]}
        defaultValue={typed?.place ?? place}
      />
      <CheckboxGroup
        name="after"
        legend={t("authoring.fieldAfter")}
        hint={t("authoring.fieldAfterHint")}
        options={visibleOutline(outline).map(({ id, title }) => ({ value: id, label: title }))}
        defaultValue={typed ? failed.after : current?.after}
        error={errors?.after}
      />
      <LearnersField name="learners" />
      <div className="flex flex-wrap gap-4">
        <Button>{t("quizzes.place")}</Button>
        {!current && (
          <Button variant="secondary" name="intent" value="rename">
            {t("quizzes.rename")}
          </Button>
        )}
      </div>
    </Form>
  );
}

/** Whether learners under way get the new version of the course too. */
function LearnersField({ name }: { name: string }) {
  const t = useT();
  const { underWay } = useLoaderData<typeof loader>();
  if (underWay === 0) return <input type="hidden" name={name} value="stay" />;
  return (
    <RadioGroup
      name={name}
      legend={t("authoring.fieldLearners", { count: underWay })}
      hint={t("authoring.learnersCompleted")}
      defaultValue="stay"
      options={[
        { value: "stay", label: t("authoring.learnersStay"), hint: t("authoring.learnersStayNewHint") },
        { value: "move", label: t("authoring.learnersMove"), hint: t("authoring.learnersMoveHint") },
      ]}
    />
  );
}

function WithdrawForm() {
  const t = useT();
  const { withdrawal, whyStays } = useLoaderData<typeof loader>();
  return (
    <Form method="post" className="card stack">
      <h2>{t("quizzes.withdraw")}</h2>
      <p>{t("quizzes.withdrawLead")}</p>
      <input type="hidden" name="intent" value="withdraw" />
      <input type="hidden" name="publication" value={withdrawal} />
      <input type="hidden" name="learners" value="stay" />
      {whyStays ? (
        <p className="font-semibold">{t(whyStays)}</p>
      ) : (
        <Button variant="secondary">{t("quizzes.withdraw")}</Button>
      )}
    </Form>
  );
}
