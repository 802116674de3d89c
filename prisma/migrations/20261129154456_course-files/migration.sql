-- CreateTable
CREATE TABLE "course_file" (
    "course_version_id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,

    CONSTRAINT "course_file_pkey" PRIMARY KEY ("course_version_id","path")
);

-- CreateTable
CREATE TABLE "course_draft" (
    "course_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "course_draft_pkey" PRIMARY KEY ("course_id")
);

-- CreateTable
CREATE TABLE "draft_file" (
    "course_id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "text" TEXT,
    "changed_at" TIMESTAMPTZ(3),
    "changed_by" TEXT,

    CONSTRAINT "draft_file_pkey" PRIMARY KEY ("course_id","path")
);

-- CreateIndex
CREATE INDEX "course_file_sha256_idx" ON "course_file"("sha256");

-- CreateIndex
CREATE INDEX "draft_file_sha256_idx" ON "draft_file"("sha256");

-- CreateIndex
CREATE INDEX "draft_file_changed_by_idx" ON "draft_file"("changed_by");

-- AddForeignKey
ALTER TABLE "course_file" ADD CONSTRAINT "course_file_course_version_id_fkey" FOREIGN KEY ("course_version_id") REFERENCES "course_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_draft" ADD CONSTRAINT "course_draft_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_file" ADD CONSTRAINT "draft_file_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course_draft"("course_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_file" ADD CONSTRAINT "draft_file_changed_by_fkey" FOREIGN KEY ("changed_by") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Versions of before do not know their files: at the next import their folder becomes a version that does.
UPDATE "course_version"
SET "content_hash" = 'without-files' || coalesce(substring("content_hash" FROM '[+].*$'), '');
