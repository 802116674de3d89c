-- CreateTable
CREATE TABLE "translated_question" (
    "question_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "source" JSONB NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "translated_question_pkey" PRIMARY KEY ("question_id","language")
);

-- AddForeignKey
ALTER TABLE "translated_question" ADD CONSTRAINT "translated_question_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "bank_question"("id") ON DELETE CASCADE ON UPDATE CASCADE;
