-- AlterTable
ALTER TABLE "activity_progress" ADD COLUMN     "outcome" JSONB;

-- AlterTable
ALTER TABLE "survey_pending_response" DROP COLUMN "course_version_number";

-- AlterTable
ALTER TABLE "survey_response" DROP COLUMN "course_version_number";

-- CreateTable
CREATE TABLE "granted_attempt" (
    "id" TEXT NOT NULL,
    "enrolment_id" TEXT NOT NULL,
    "quiz_id" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "granted_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "granted_attempt_enrolment_id_quiz_id_idx" ON "granted_attempt"("enrolment_id", "quiz_id");

-- AddForeignKey
ALTER TABLE "granted_attempt" ADD CONSTRAINT "granted_attempt_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
