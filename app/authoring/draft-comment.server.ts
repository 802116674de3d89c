import { questionsOfCourse } from "#app/assessment/course-questions.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { listCourseStaff, requireTeaching } from "#app/library/course-team.server.ts";
import { getCourseText, getCourseVersion, getLessonPages } from "#app/library/published-course.server.ts";
import { dispatchMail, requestMail } from "#app/notifications/outgoing-mail.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import { newId } from "#app/platform/id.ts";
import type { Language } from "#app/platform/languages.ts";
import type { Prisma } from "#prisma/generated/client.ts";

import { type Draft, requireDraft } from "./draft.server.ts";
import { type CommentPlace, commentForm, commentStateForm, placeOf } from "./draft-comment-form.ts";
import { type DraftLesson, lessonsOf } from "./draft-pages.server.ts";

export type DraftComment = CommentPlace & {
  id: string;
  quote: string;
  text: string;
  createdAt: Date;
  /** Null where the account is gone. */
  author: string | null;
  mentioned: string | null;
  resolved: { at: Date; by: string | null } | null;
  /** As people call them; their ids where they are new in the draft. */
  lessonTitle: string | null;
  pageTitle: string | null;
  /** The version that the draft follows. */
  version: { id: string; label: string; number: number };
};

/** Whom a comment may mention: those who teach the course and administrators, the actor herself left out. */
export type Mentionable = { id: string; name: string };

/** The comments on a course, the latest first: those on its draft and those on earlier ones. Throws like `requireTeaching`. */
export async function commentsPage(actor: Actor, courseSlug: string, language: Language) {
  const course = await requireTeaching(actor, courseSlug);
  const draft = await db.courseDraft.findUnique({ where: { courseId: course.courseId } });
  const [{ text }, comments, questions] = await Promise.all([
    getCourseText(course.versionId, language),
    listComments({ courseId: course.courseId }, language),
    questionsOfCourse(course.versionId),
  ]);
  return {
    slug: course.slug,
    title: text.course.title,
    hasDraft: draft !== null,
    current: comments.filter(({ version }) => draft !== null && version.id === course.versionId),
    earlier: comments.filter(({ version }) => draft === null || version.id !== course.versionId),
    questions: [...new Set(questions.map(({ key }) => key))],
    people: await mentionable(actor, course.courseId),
  };
}

/** The comments on one lesson of a draft that the actor writes, in a language, open ones first. */
export async function lessonComments(actor: Actor, { course }: Draft, lesson: string, language: Language) {
  const comments = await listComments({ courseVersionId: course.versionId, lesson, language }, language);
  return { comments, people: await mentionable(actor, course.courseId) };
}

async function mentionable(actor: Actor, courseId: string): Promise<Mentionable[]> {
  return (await listCourseStaff(courseId)).filter(({ id }) => id !== actor.id);
}

async function listComments(
  where: Prisma.DraftCommentWhereInput,
  language: Language,
): Promise<DraftComment[]> {
  const name = { select: { name: true } };
  const rows = await db.draftComment.findMany({
    where,
    orderBy: [{ resolvedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    include: { author: name, mentioned: name, resolvedBy: name, courseVersion: true },
  });
  const comments = rows.map(async ({ author, mentioned, resolvedAt, resolvedBy, courseVersion, ...row }) => ({
    id: row.id,
    lesson: row.lesson,
    language: row.language,
    page: row.page,
    question: row.question,
    quote: row.quote,
    text: row.text,
    createdAt: row.createdAt,
    author: author?.name ?? null,
    mentioned: mentioned?.name ?? null,
    resolved: resolvedAt && { at: resolvedAt, by: resolvedBy?.name ?? null },
    ...(await titlesOf(row.courseVersionId, row, language)),
    version: { id: row.courseVersionId, label: courseVersion.label, number: courseVersion.number },
  }));
  return Promise.all(comments);
}

async function titlesOf(
  versionId: string,
  { lesson, language, page }: CommentPlace,
  readerLanguage: Language,
): Promise<Pick<DraftComment, "lessonTitle" | "pageTitle">> {
  if (!lesson) return { lessonTitle: null, pageTitle: null };
  const { structure } = await getCourseVersion(versionId);
  const activity = structure.course.outline.find((one) => one.kind === "lesson" && one.lesson === lesson);
  if (!activity) return { lessonTitle: lesson, pageTitle: page };
  const { text } = await getCourseText(versionId, readerLanguage);
  const { pages } = await getLessonPages(versionId, lesson, language as Language);
  return {
    lessonTitle: text.activities[activity.id]?.title ?? lesson,
    pageTitle: page && (pages.find(({ id }) => id === page)?.title ?? page),
  };
}

/**
 * Takes the form of a comment; what is wrong in it, or null when the comment is there and whoever it mentions is told
 * that there is one. Throws like `requireDraft`.
 */
export async function submitComment(
  actor: Actor,
  courseSlug: string,
  fields: Fields,
): Promise<FormErrors | null> {
  const draft = await requireDraft(actor, courseSlug);
  const { values, errors } = parseFields(fields, commentForm);
  if (errors) return errors;
  const place = placeOf(values.place);
  if (!(await isPlace(draft, place))) return { place: "reviews.placeUnknown" };
  const people = await mentionable(actor, draft.course.courseId);
  if (values.mentioned && !people.some(({ id }) => id === values.mentioned)) {
    return { mentioned: "reviews.mentionUnknown" };
  }
  const { quote, remark, mentioned } = values;
  await writeComment(actor, draft, { ...place, quote, text: remark, mentionedId: mentioned });
  return null;
}

async function isPlace(draft: Draft, { lesson, language, question }: CommentPlace): Promise<boolean> {
  if (question) return (await questionsOfCourse(draft.course.versionId)).some(({ key }) => key === question);
  if (!lesson) return true;
  const lessons: DraftLesson[] = await lessonsOf(draft, "en");
  return lessons.some(({ id, languages }) => id === lesson && languages.some(({ tag }) => tag === language));
}

async function writeComment(
  actor: Actor,
  { course }: Draft,
  comment: CommentPlace & { quote: string; text: string; mentionedId: string | null },
): Promise<void> {
  const id = newId();
  const mailId = await db.$transaction(async (tx) => {
    await tx.draftComment.create({
      data: {
        id,
        courseId: course.courseId,
        courseVersionId: course.versionId,
        authorId: actor.id,
        createdAt: clock.now(),
        ...comment,
      },
    });
    await recordAudit(tx, actor, "draft.commented", `course:${course.courseId}`, { course: course.slug });
    if (!comment.mentionedId) return null;
    return requestMail(tx, {
      recipientId: comment.mentionedId,
      template: "comment",
      data: { courseSlug: course.slug },
      dedupeKey: `comment:${id}`,
    });
  });
  if (mailId) await dispatchMail(mailId);
}

/**
 * Takes the form that resolves a comment or opens it again. Throws like `requireTeaching`, ConflictError for a form that
 * is not ours, and NotFoundError for a comment of another course.
 */
export async function submitCommentState(actor: Actor, courseSlug: string, fields: Fields): Promise<void> {
  const { courseId } = await requireTeaching(actor, courseSlug);
  const { values } = parseFields(fields, commentStateForm);
  if (!values) throw new ConflictError("authoring.formDamaged");
  const isResolved = values.state === "resolved";
  const { count } = await db.draftComment.updateMany({
    where: { id: values.comment, courseId },
    data: {
      resolvedAt: isResolved ? clock.now() : null,
      resolvedById: isResolved ? actor.id : null,
    },
  });
  if (count === 0) throw new NotFoundError();
}
