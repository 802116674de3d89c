-- CreateEnum
CREATE TYPE "MoveKind" AS ENUM ('offered', 'required');

-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN     "kept_from_id" TEXT;

-- AlterTable
ALTER TABLE "course" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "unpublished_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "version_move" (
    "course_id" TEXT NOT NULL,
    "to_version_id" TEXT NOT NULL,
    "kind" "MoveKind" NOT NULL,
    "move_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "version_move_pkey" PRIMARY KEY ("course_id")
);

-- CreateTable
CREATE TABLE "planned_publication" (
    "course_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "publish_at" TIMESTAMPTZ(3) NOT NULL,
    "learners" TEXT NOT NULL,
    "move_at" TIMESTAMPTZ(3),
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "planned_by_id" TEXT,
    "refused_at" TIMESTAMPTZ(3),

    CONSTRAINT "planned_publication_pkey" PRIMARY KEY ("course_id")
);

-- CreateIndex
CREATE INDEX "version_move_to_version_id_idx" ON "version_move"("to_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "planned_publication_version_id_key" ON "planned_publication"("version_id");

-- CreateIndex
CREATE INDEX "planned_publication_publish_at_idx" ON "planned_publication"("publish_at");

-- CreateIndex
CREATE INDEX "planned_publication_planned_by_id_idx" ON "planned_publication"("planned_by_id");

-- AddForeignKey
ALTER TABLE "version_move" ADD CONSTRAINT "version_move_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_move" ADD CONSTRAINT "version_move_to_version_id_fkey" FOREIGN KEY ("to_version_id") REFERENCES "course_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planned_publication" ADD CONSTRAINT "planned_publication_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course_draft"("course_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planned_publication" ADD CONSTRAINT "planned_publication_planned_by_id_fkey" FOREIGN KEY ("planned_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
