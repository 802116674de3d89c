import { Form, Link } from "@remix-run/react";

import { useI18n, useT } from "#app/platform/i18n.tsx";
import { languageName } from "#app/platform/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";

import type { CaptionsLink, MediumRow, UseInWords } from "../draft-media-page.server.ts";
import { sizeWords } from "#app/platform/size-words.ts";

/** A file of a course's media: what it is, where it is used, and what can be done with it. */
export function MediumCard({ file }: { file: MediumRow }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { path, kind, address, bytes, uses } = file;
  return (
    <li className="card grid gap-3">
      <div className="flex flex-wrap gap-4">
        {kind === "image" && (
          <img
            src={address}
            alt=""
            loading="lazy"
            className="size-24 shrink-0 rounded-box border object-contain"
          />
        )}
        <div className="min-w-0 grow basis-48">
          <h3 className="text-base wrap-anywhere">
            <a href={address}>{path}</a>
          </h3>
          <p className="text-slate">
            {t(`media.kind_${kind}`)}, {sizeWords(i18n, bytes)}
          </p>
        </div>
      </div>
      {uses.length === 0 ? (
        <p>{t("media.unused")}</p>
      ) : (
        <div>
          <p className="font-semibold">{t("media.uses")}</p>
          <ul className="list-disc ps-5">
            {uses.map((use) => (
              <li key={keyOf(use)} className="wrap-anywhere">
                <Use use={use} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {file.captions.length > 0 && <CaptionsLinks captions={file.captions} />}
      {file.alternatives.length > 0 && <AlternativeTexts file={file} />}
      <Changes file={file} />
    </li>
  );
}

function keyOf(use: UseInWords): string {
  if (use.kind === "lesson") return use.lesson;
  return use.kind === "step" ? `# ${use.title}` : `? ${use.question}`;
}

function CaptionsLinks({ captions }: { captions: CaptionsLink[] }) {
  const t = useT();
  return (
    <ul aria-label={t("captions.title")} className="flex flex-wrap gap-x-6">
      {captions.map(({ name, language, isWritten }) => (
        <li key={name}>
          <Link to={`../captions/${name}`} relative="path" className="inline-flex min-h-11 items-center">
            {language === null
              ? t("captions.change")
              : t(isWritten ? "captions.changeIn" : "captions.writeIn", { language })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Use({ use }: { use: UseInWords }) {
  const t = useT();
  if (use.kind === "question") return t("media.inQuestion", { question: use.question });
  if (use.kind === "step") return t("media.inStep", { title: use.title });
  const { title, languages, lacking } = use;
  return (
    <>
      {t("media.inLesson", { lesson: title, languages: languages.join(", ") })}
      {lacking.length > 0 && (
        <strong className="block text-brick">{t("media.lacks", { languages: lacking.join(", ") })}</strong>
      )}
    </>
  );
}

/** What those read who do not see the picture: a figure in a lesson begins with it. */
function AlternativeTexts({ file: { path, alternatives } }: { file: MediumRow }) {
  const t = useT();
  return (
    <details>
      <summary aria-label={t("media.alternativesOf", { name: path })}>{t("media.alternatives")}</summary>
      <Form method="post" className="stack mt-3">
        <input type="hidden" name="path" value={path} />
        <p className="text-slate">{t("media.alternativesHint")}</p>
        {alternatives.map(({ language, text }) => {
          const id = `alt-${language}-${path.replace(/\W/g, "-")}`;
          return (
            <Field key={language} name={id} label={languageName(language)} isOptional>
              <textarea
                id={id}
                name={`alt.${language}`}
                rows={2}
                maxLength={600}
                defaultValue={text}
                lang={language}
                className="control"
              />
            </Field>
          );
        })}
        <div>
          <Button name="intent" value="describe" variant="secondary">
            {t("common.save")}
          </Button>
        </div>
      </Form>
    </details>
  );
}

function Changes({ file: { path, uses } }: { file: MediumRow }) {
  const t = useT();
  const id = `name-${path.replace(/\W/g, "-")}`;
  const stem = path.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
  const isAsked = uses.some(({ kind }) => kind === "question");
  return (
    <details>
      <summary aria-label={t("media.changeOf", { name: path })}>{t("media.change")}</summary>
      <div className="mt-3 grid gap-4">
        {isAsked ? (
          <p>{t("media.usedByQuestions")}</p>
        ) : (
          <Form method="post" className="stack">
            <input type="hidden" name="intent" value="rename" />
            <input type="hidden" name="path" value={path} />
            <Field name={id} label={t("media.newName")} hint={t("media.newNameHint")}>
              <input
                id={id}
                name="name"
                className="control"
                aria-describedby={`${id}-hint`}
                defaultValue={stem}
                maxLength={60}
                spellCheck={false}
              />
            </Field>
            <div>
              <Button variant="secondary">{t("media.rename")}</Button>
            </div>
          </Form>
        )}
        {uses.length > 0 ? (
          <p>{t("media.stillUsed")}</p>
        ) : (
          <Form method="post">
            <input type="hidden" name="intent" value="remove" />
            <input type="hidden" name="path" value={path} />
            <Button variant="danger">{t("media.remove")}</Button>
          </Form>
        )}
      </div>
    </details>
  );
}
