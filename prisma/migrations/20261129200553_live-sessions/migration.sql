-- CreateEnum
CREATE TYPE "SessionProof" AS ENUM ('code', 'trainer');

-- CreateTable
CREATE TABLE "session_date" (
    "id" TEXT NOT NULL,
    "course_id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "places" INTEGER,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_date_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_participant" (
    "date_id" TEXT NOT NULL,
    "enrolment_id" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3),
    "sequence" INTEGER,
    "invited_version" INTEGER,
    "told_at" TIMESTAMPTZ(3),
    "reminded_of" TIMESTAMPTZ(3),
    "present_at" TIMESTAMPTZ(3),
    "present_by" "SessionProof",

    CONSTRAINT "session_participant_pkey" PRIMARY KEY ("date_id","enrolment_id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "user_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "session_date_course_id_activity_id_idx" ON "session_date"("course_id", "activity_id");

-- CreateIndex
CREATE INDEX "session_date_starts_at_idx" ON "session_date"("starts_at");

-- CreateIndex
CREATE INDEX "session_participant_enrolment_id_idx" ON "session_participant"("enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_key_key" ON "calendar_feed"("key");

-- AddForeignKey
ALTER TABLE "session_date" ADD CONSTRAINT "session_date_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_participant" ADD CONSTRAINT "session_participant_date_id_fkey" FOREIGN KEY ("date_id") REFERENCES "session_date"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_participant" ADD CONSTRAINT "session_participant_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
