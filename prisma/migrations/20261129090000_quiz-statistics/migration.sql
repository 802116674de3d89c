-- CreateTable
CREATE TABLE "quiz_statistics" (
    "quiz_id" TEXT NOT NULL,
    "attempts" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "similar" JSONB,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quiz_statistics_pkey" PRIMARY KEY ("quiz_id","attempts")
);

-- CreateTable
CREATE TABLE "question_statistics" (
    "quiz_id" TEXT NOT NULL,
    "attempts" TEXT NOT NULL,
    "question_version_id" TEXT NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "question_statistics_pkey" PRIMARY KEY ("quiz_id","attempts","question_version_id")
);

-- CreateIndex
CREATE INDEX "question_statistics_question_version_id_idx" ON "question_statistics"("question_version_id");

-- AddForeignKey
ALTER TABLE "quiz_statistics" ADD CONSTRAINT "quiz_statistics_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quiz"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_statistics" ADD CONSTRAINT "question_statistics_quiz_id_attempts_fkey" FOREIGN KEY ("quiz_id", "attempts") REFERENCES "quiz_statistics"("quiz_id", "attempts") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_statistics" ADD CONSTRAINT "question_statistics_question_version_id_fkey" FOREIGN KEY ("question_version_id") REFERENCES "question_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;
