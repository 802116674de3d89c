-- CreateTable
CREATE TABLE "accommodation" (
    "id" TEXT NOT NULL,
    "enrolment_id" TEXT NOT NULL,
    "quiz_id" TEXT,
    "extra_percent" INTEGER NOT NULL DEFAULT 0,
    "extra_minutes" INTEGER NOT NULL DEFAULT 0,
    "extra_attempts" INTEGER NOT NULL DEFAULT 0,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "accommodation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "accommodation_quiz_id_idx" ON "accommodation"("quiz_id");

-- CreateIndex
CREATE UNIQUE INDEX "accommodation_enrolment_id_quiz_id_key" ON "accommodation"("enrolment_id", "quiz_id");

-- AddForeignKey
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quiz"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One row for all quizzes of an enrolment: two NULLs are not equal to the index above.
CREATE UNIQUE INDEX "accommodation_all_quizzes" ON "accommodation"("enrolment_id") WHERE "quiz_id" IS NULL;

-- An attempt granted so far becomes an extra attempt.
INSERT INTO "accommodation" ("id", "enrolment_id", "quiz_id", "extra_attempts", "changed_at")
SELECT MIN("id"), "enrolment_id", "quiz_id", COUNT(*), MAX("granted_at")
FROM "granted_attempt" GROUP BY "enrolment_id", "quiz_id";

-- DropTable
DROP TABLE "granted_attempt";

-- AlterTable
ALTER TABLE "quiz" ADD COLUMN "titles" JSONB NOT NULL DEFAULT '{}';
