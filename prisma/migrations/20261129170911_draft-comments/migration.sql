-- CreateTable
CREATE TABLE "draft_comment" (
    "id" TEXT NOT NULL,
    "course_id" TEXT NOT NULL,
    "course_version_id" TEXT NOT NULL,
    "lesson" TEXT,
    "language" TEXT,
    "page" TEXT,
    "question" TEXT,
    "quote" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" TEXT,
    "mentioned_id" TEXT,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" TEXT,

    CONSTRAINT "draft_comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "draft_comment_course_id_idx" ON "draft_comment"("course_id");

-- CreateIndex
CREATE INDEX "draft_comment_course_version_id_idx" ON "draft_comment"("course_version_id");

-- CreateIndex
CREATE INDEX "draft_comment_author_id_idx" ON "draft_comment"("author_id");

-- CreateIndex
CREATE INDEX "draft_comment_mentioned_id_idx" ON "draft_comment"("mentioned_id");

-- CreateIndex
CREATE INDEX "draft_comment_resolved_by_id_idx" ON "draft_comment"("resolved_by_id");

-- AddForeignKey
ALTER TABLE "draft_comment" ADD CONSTRAINT "draft_comment_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_comment" ADD CONSTRAINT "draft_comment_course_version_id_fkey" FOREIGN KEY ("course_version_id") REFERENCES "course_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_comment" ADD CONSTRAINT "draft_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_comment" ADD CONSTRAINT "draft_comment_mentioned_id_fkey" FOREIGN KEY ("mentioned_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_comment" ADD CONSTRAINT "draft_comment_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
