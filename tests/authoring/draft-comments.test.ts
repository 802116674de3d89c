import { expect, test } from "vitest";

import {
  commentsPage,
  lessonComments,
  submitComment,
  submitCommentState,
} from "#app/authoring/draft-comment.server.ts";
import { beginDraft, requireDraft } from "#app/authoring/draft.server.ts";
import { checkDraft, publishDraft } from "#app/authoring/draft-publication.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import { courseSlug } from "#tests/builders/course.ts";
import { administrator, trainer } from "#tests/builders/people.ts";
import { taughtCourse } from "#tests/builders/taught-course.ts";

test("a comment on a page of a lesson is told to whom it mentions, asked about before publication, resolved, and kept", async () => {
  const { vera, course } = await taughtCourse();
  const [rosa, stranger] = [await trainer(), await trainer()];
  await addTrainer(await administrator(), courseSlug, rosa.id);
  await beginDraft(vera, courseSlug);
  const form = { place: "lesson/accounts/en", quote: "Ask first.", remark: "Ask whom?", mentioned: rosa.id };

  expect(await submitComment(vera, courseSlug, { ...form, remark: " " })).toEqual({
    remark: "reviews.commentMissing",
  });
  expect(await submitComment(vera, courseSlug, { ...form, place: "lesson/none/en" })).toEqual({
    place: "reviews.placeUnknown",
  });
  expect(await submitComment(vera, courseSlug, { ...form, mentioned: stranger.id })).toEqual({
    mentioned: "reviews.mentionUnknown",
  });
  expect(await submitComment(vera, courseSlug, form)).toBeNull();
  const mails = await db.outgoingMail.findMany({ where: { template: "comment" } });
  expect(mails).toMatchObject([{ recipientId: rosa.id, data: { courseSlug } }]);
  expect(JSON.stringify(mails)).not.toContain("Ask");

  const { comments } = await lessonComments(rosa, await requireDraft(rosa, courseSlug), "accounts", "en");
  expect(comments).toMatchObject([{ quote: "Ask first.", text: "Ask whom?", resolved: null }]);
  const comment = comments[0]?.id ?? "";
  expect((await checkDraft(vera, courseSlug)).warnings).toMatchObject([
    { file: "lessons/accounts/en.md", key: "reviews.openComment", values: { name: vera.name } },
  ]);
  await expect(submitCommentState(stranger, courseSlug, { comment, state: "resolved" })).rejects.toThrow(
    NotFoundError,
  );
  await submitCommentState(rosa, courseSlug, { comment, state: "resolved" });
  expect((await checkDraft(vera, courseSlug)).warnings).toEqual([]);

  await publishDraft(vera, courseSlug, { publication: newId(), learners: "stay", anyway: "yes" });
  const page = await commentsPage(vera, courseSlug, "en");
  expect(page.current).toEqual([]);
  expect(page.earlier).toMatchObject([
    { id: comment, resolved: { by: rosa.name }, version: { label: course.label } },
  ]);
});
