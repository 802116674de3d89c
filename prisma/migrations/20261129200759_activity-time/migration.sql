-- AlterTable
ALTER TABLE "activity_progress" ADD COLUMN     "seconds_spent" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "seen_at" TIMESTAMPTZ(3);
