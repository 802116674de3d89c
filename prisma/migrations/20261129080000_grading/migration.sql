-- CreateEnum
CREATE TYPE "GradingStep" AS ENUM ('first', 'second', 'reconcile', 'graded');

-- CreateEnum
CREATE TYPE "MarkKind" AS ENUM ('own', 'decision');

-- AlterTable
ALTER TABLE "attempt_item" ADD COLUMN     "graded_version_id" TEXT;

-- CreateTable
CREATE TABLE "grading_task" (
    "id" TEXT NOT NULL,
    "attempt_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "course_id" TEXT NOT NULL,
    "quiz_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "step" "GradingStep" NOT NULL DEFAULT 'first',
    "waits_since" TIMESTAMPTZ(3) NOT NULL,
    "taken_by_id" TEXT,
    "taken_until" TIMESTAMPTZ(3),

    CONSTRAINT "grading_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mark" (
    "id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "grader_id" TEXT,
    "kind" "MarkKind" NOT NULL,
    "levels" JSONB NOT NULL,
    "fraction" DOUBLE PRECISION NOT NULL,
    "comment" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regrade" (
    "id" TEXT NOT NULL,
    "quiz_id" TEXT NOT NULL,
    "asked_by_id" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "regrade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regrade_question" (
    "regrade_id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,

    CONSTRAINT "regrade_question_pkey" PRIMARY KEY ("regrade_id","question_id")
);

-- CreateTable
CREATE TABLE "regrade_attempt" (
    "regrade_id" TEXT NOT NULL,
    "attempt_id" TEXT NOT NULL,
    "takes_pass_away" BOOLEAN NOT NULL DEFAULT false,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "regrade_attempt_pkey" PRIMARY KEY ("regrade_id","attempt_id")
);

-- CreateIndex
CREATE INDEX "grading_task_course_id_idx" ON "grading_task"("course_id");

-- CreateIndex
CREATE INDEX "grading_task_quiz_id_idx" ON "grading_task"("quiz_id");

-- CreateIndex
CREATE INDEX "grading_task_taken_by_id_idx" ON "grading_task"("taken_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "grading_task_attempt_id_position_key" ON "grading_task"("attempt_id", "position");

-- CreateIndex
CREATE INDEX "mark_task_id_idx" ON "mark"("task_id");

-- CreateIndex
CREATE INDEX "mark_grader_id_idx" ON "mark"("grader_id");

-- CreateIndex
CREATE INDEX "regrade_quiz_id_asked_at_idx" ON "regrade"("quiz_id", "asked_at");

-- CreateIndex
CREATE INDEX "regrade_asked_by_id_idx" ON "regrade"("asked_by_id");

-- CreateIndex
CREATE INDEX "regrade_question_question_id_idx" ON "regrade_question"("question_id");

-- CreateIndex
CREATE INDEX "regrade_question_version_id_idx" ON "regrade_question"("version_id");

-- CreateIndex
CREATE INDEX "regrade_attempt_attempt_id_idx" ON "regrade_attempt"("attempt_id");

-- CreateIndex
CREATE INDEX "attempt_item_graded_version_id_idx" ON "attempt_item"("graded_version_id");

-- AddForeignKey
ALTER TABLE "attempt_item" ADD CONSTRAINT "attempt_item_graded_version_id_fkey" FOREIGN KEY ("graded_version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grading_task" ADD CONSTRAINT "grading_task_attempt_id_position_fkey" FOREIGN KEY ("attempt_id", "position") REFERENCES "attempt_item"("attempt_id", "position") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grading_task" ADD CONSTRAINT "grading_task_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grading_task" ADD CONSTRAINT "grading_task_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quiz"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grading_task" ADD CONSTRAINT "grading_task_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "grading_task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_grader_id_fkey" FOREIGN KEY ("grader_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quiz"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_question" ADD CONSTRAINT "regrade_question_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_question" ADD CONSTRAINT "regrade_question_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "bank_question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_question" ADD CONSTRAINT "regrade_question_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "question_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_attempt" ADD CONSTRAINT "regrade_attempt_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_attempt" ADD CONSTRAINT "regrade_attempt_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One mark of one's own for each answer, however often the form is sent.
CREATE UNIQUE INDEX "mark_one_own" ON "mark" ("task_id", "grader_id") WHERE "kind" = 'own';
-- The queue is of what waits.
CREATE INDEX "grading_task_waiting" ON "grading_task" ("course_id", "waits_since") WHERE "step" <> 'graded';
