import { Form } from "@remix-run/react";
import { type FormEventHandler, useEffect } from "react";

import type { ShownForm } from "#app/assessment/bank-editor.server.ts";
import { type CommonChoices, MarkFields, SourceFields } from "#app/assessment/editor/common-fields.tsx";
import { EditorForm, Line, Words } from "#app/assessment/editor/editor-context.tsx";
import { PictureField } from "#app/assessment/editor/media-field.tsx";
import { TypeFields } from "#app/assessment/editor/type-fields.tsx";
import type { QuestionType } from "#app/library/question-format.ts";
import { useT } from "#app/platform/i18n.tsx";
import { derivedFrom } from "#app/platform/languages.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IntoCyrillic, NowInCyrillic } from "#app/ui/into-cyrillic.tsx";

import { OvertakenNotice } from "./overtaken-notice.tsx";
import { useFormActs } from "./use-form-acts.ts";

/** The whole form of a question, in the language that it is written in first. */
export function QuestionEditor({
  to,
  back,
  type,
  language,
  choices,
  isNew = false,
  again,
}: {
  to: string;
  /** Where one goes who does not save. */
  back: string;
  type: QuestionType;
  language: string;
  choices: CommonChoices;
  isNew?: boolean;
  again: ShownForm;
}) {
  const t = useT();
  const { shown, round, onSubmit } = useFormActs(again);
  const { fields, errors, mediaUrls } = shown;
  return (
    <EditorFrame key={round} to={to} back={back} again={shown} language={language} onSubmit={onSubmit}>
      <EditorForm editor={{ fields, errors, language, mediaUrls }}>
        <section className="stack">
          <h2>{t("bank.sectionQuestion")}</h2>
          <Words name="q" label={t("bank.q")} rows={3} />
          <Words name="context" label={t("bank.context")} hint={t("bank.contextHint")} rows={3} isOptional />
          <PictureField />
        </section>
        <section className="stack">
          <h2>{t("bank.sectionKey")}</h2>
          <TypeFields type={type} />
          <Words name="why" label={t("bank.why")} hint={t("bank.whyHint")} rows={3} isOptional />
        </section>
        <section className="stack">
          <h2>{t("bank.sectionPlace")}</h2>
          {isNew && <Line name="key" label={t("bank.key")} hint={t("bank.keyHint")} isOptional />}
          <MarkFields choices={choices} />
        </section>
        <section className="stack">
          <h2>{t("bank.sectionSources")}</h2>
          <SourceFields choices={choices} />
        </section>
      </EditorForm>
    </EditorFrame>
  );
}

/** Form, faults and buttons of the editor. The first button is what Enter presses: it saves. */
export function EditorFrame({
  to,
  back,
  again,
  language,
  onSubmit,
  children,
}: {
  to: string;
  back: string;
  again: ShownForm;
  language: string;
  onSubmit?: FormEventHandler<HTMLFormElement>;
  children: React.ReactNode;
}) {
  const t = useT();
  const { fields, errors, focus, overtaken } = again;
  useEffect(() => {
    // After a part was added or moved one goes on in it. A frame later, as for the error summary.
    const frame = requestAnimationFrame(() => focus && document.getElementById(focus)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [focus]);
  return (
    <Form
      method="post"
      action={to}
      encType="multipart/form-data"
      onSubmit={onSubmit}
      noValidate
      preventScrollReset
      className="grid gap-10"
    >
      <button name="do" value="save" hidden tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="version" value={fields.version ?? ""} />
      {Object.entries(fields)
        .filter(([name]) => name.startsWith("upload."))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <ErrorSummary errors={errors} />
      {again.kept && <NowInCyrillic kept={again.kept} />}
      {overtaken && <OvertakenNotice overtaken={overtaken} />}
      {children}
      <div className="flex flex-wrap gap-3">
        <Button name="do" value="save">
          {t(overtaken ? "bank.saveOver" : "common.save")}
        </Button>
        <ButtonLink variant="secondary" to={back}>
          {t("bank.cancel")}
        </ButtonLink>
      </div>
      {derivedFrom(language).length > 0 && <IntoCyrillic name="do" />}
    </Form>
  );
}
