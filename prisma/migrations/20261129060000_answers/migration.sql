-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "deadline_at" TIMESTAMPTZ(3),
ADD COLUMN     "grace_seconds" INTEGER NOT NULL DEFAULT 60,
ADD COLUMN     "graded_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_outcome_due" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "attempt_item" ADD COLUMN     "answer_key" TEXT,
ADD COLUMN     "fraction" DOUBLE PRECISION;

UPDATE "attempt" SET "graded_at" = "submitted_at" WHERE "submitted_at" IS NOT NULL;
UPDATE "attempt_item" SET "fraction" = CASE WHEN "is_correct" THEN 1 ELSE 0 END WHERE "is_correct" IS NOT NULL;

-- What the sweep looks for: attempts whose time is up, and results that nothing has followed from yet.
CREATE INDEX "attempt_open_deadline" ON "attempt" ("deadline_at") WHERE "submitted_at" IS NULL AND "deadline_at" IS NOT NULL;
CREATE INDEX "attempt_outcome_due" ON "attempt" ("id") WHERE "is_outcome_due";
