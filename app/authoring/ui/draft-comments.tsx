import { Form } from "@remix-run/react";

import { useI18n, useT } from "#app/platform/i18n.tsx";
import { languageName } from "#app/platform/languages.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { type Option, SelectField } from "#app/ui/select-field.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

import type { DraftComment, Mentionable } from "../draft-comment.server.ts";

/** Comments on a draft, each with its state and the button that changes it. */
export function CommentList({
  slug,
  comments,
  isEarlier = false,
}: {
  slug: string;
  comments: DraftComment[];
  /** Made on other versions, which are then named. */
  isEarlier?: boolean;
}) {
  const t = useT();
  if (comments.length === 0) return <p>{t("reviews.noComments")}</p>;
  return (
    <ul className="grid gap-3">
      {comments.map((comment) => (
        <Comment key={comment.id} slug={slug} comment={comment} isEarlier={isEarlier} />
      ))}
    </ul>
  );
}

function Comment({ slug, comment, isEarlier }: { slug: string; comment: DraftComment; isEarlier: boolean }) {
  const { t, formatDateTime } = useI18n();
  const { id, quote, text, author, mentioned, createdAt, resolved } = comment;
  const name = author ?? t("drafts.somebody");
  return (
    <li className="card stack wrap-anywhere">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <StatusTag kind={resolved ? "done" : "neutral"}>
          {t(resolved ? "reviews.resolved" : "reviews.open")}
        </StatusTag>
        <span className="font-semibold">
          {t("reviews.commentBy", { name, date: formatDateTime(createdAt) })}
        </span>
        {mentioned && <span>{t("reviews.commentTo", { name: mentioned })}</span>}
      </p>
      {isEarlier && <p className="text-slate">{t("reviews.versionNamed", comment.version)}</p>}
      <Place comment={comment} />
      {quote && <blockquote className="border-s-4 border-line ps-4">{quote}</blockquote>}
      <p className="whitespace-pre-wrap">{text}</p>
      {resolved && (
        <p className="text-slate">
          {t("reviews.resolvedBy", {
            name: resolved.by ?? t("drafts.somebody"),
            date: formatDateTime(resolved.at),
          })}
        </p>
      )}
      <Form method="post" action={`/teach/${slug}/draft/comments`}>
        <input type="hidden" name="intent" value="state" />
        <input type="hidden" name="comment" value={id} />
        <Button
          variant="secondary"
          name="state"
          value={resolved ? "open" : "resolved"}
          aria-label={t(resolved ? "reviews.reopenOf" : "reviews.resolveOf", { name })}
        >
          {t(resolved ? "reviews.reopen" : "reviews.resolve")}
        </Button>
      </Form>
    </li>
  );
}

function Place({ comment }: { comment: DraftComment }) {
  const t = useT();
  const { lessonTitle: lesson, language, pageTitle: page, question } = comment;
  if (question) return <p>{t("reviews.placeQuestion", { question })}</p>;
  if (!lesson || !language) return <p>{t("reviews.placeCourse")}</p>;
  const values = { lesson, page: page ?? "", language: languageName(language) };
  return <p>{t(page ? "reviews.placeOfPage" : "reviews.placeWholeLesson", values)}</p>;
}

/** The form of a comment on one of these places. */
export function CommentForm({
  slug,
  places,
  people,
  errors,
  typed,
}: {
  slug: string;
  places: Option[];
  people: Mentionable[];
  errors?: FormErrors | null;
  typed?: Record<string, string> | null;
}) {
  const t = useT();
  return (
    <Form method="post" action={`/teach/${slug}/draft/comments`} noValidate className="card stack">
      <ErrorSummary errors={errors} />
      <SelectField
        name="place"
        label={t("reviews.fieldPlace")}
        options={places}
        defaultValue={typed?.place}
        error={errors?.place}
      />
      <TextArea
        name="quote"
        label={t("reviews.fieldQuote")}
        hint={t("reviews.fieldQuoteHint")}
        rows={2}
        defaultValue={typed?.quote}
        error={errors?.quote}
      />
      <TextArea
        name="remark"
        label={t("reviews.fieldComment")}
        rows={4}
        defaultValue={typed?.remark}
        error={errors?.remark}
      />
      <SelectField
        name="mentioned"
        label={t("reviews.fieldMention")}
        hint={t("reviews.fieldMentionHint")}
        options={[
          { value: "", label: t("reviews.mentionNobody") },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        defaultValue={typed?.mentioned}
        error={errors?.mentioned}
      />
      <div>
        <Button name="intent" value="add">
          {t("reviews.addComment")}
        </Button>
      </div>
    </Form>
  );
}

/** What is said about a lesson of a draft in one language, beside the lesson. */
export function LessonComments({
  slug,
  place,
  pages,
  comments,
  people,
}: {
  slug: string;
  /** "lesson/<id>/<language>". */
  place: string;
  pages: { id: string; title: string }[];
  comments: DraftComment[];
  people: Mentionable[];
}) {
  const t = useT();
  return (
    <section className="measure stack" aria-labelledby="comments-title">
      <h2 id="comments-title">{t("reviews.comments")}</h2>
      <p>{t("reviews.commentsLead")}</p>
      <CommentList slug={slug} comments={comments} />
      <CommentForm
        slug={slug}
        people={people}
        places={[
          { value: place, label: t("reviews.placeWhole") },
          ...pages.map(({ id, title }) => ({ value: `${place}/${id}`, label: title })),
        ]}
      />
    </section>
  );
}
