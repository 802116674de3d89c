-- Questions and quizzes were part of CourseVersion.structure and CourseText; they get tables of their own, and attempts
-- refer to them.

-- CreateTable
CREATE TABLE "question_bank" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "course_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "question_bank_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_editor" (
    "bank_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "bank_editor_pkey" PRIMARY KEY ("bank_id","user_id")
);

-- CreateTable
CREATE TABLE "question_category" (
    "id" TEXT NOT NULL,
    "bank_id" TEXT NOT NULL,
    "path" TEXT NOT NULL,

    CONSTRAINT "question_category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_question" (
    "id" TEXT NOT NULL,
    "bank_id" TEXT NOT NULL,
    "category_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "current_version_id" TEXT,
    "folder_hash" TEXT,
    "retired_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bank_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_version" (
    "id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "structure" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" TEXT,

    CONSTRAINT "question_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_text" (
    "version_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" JSONB NOT NULL,

    CONSTRAINT "question_text_pkey" PRIMARY KEY ("version_id","language")
);

-- CreateTable
CREATE TABLE "question_media" (
    "version_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,

    CONSTRAINT "question_media_pkey" PRIMARY KEY ("version_id","name")
);

-- CreateTable
CREATE TABLE "quiz" (
    "id" TEXT NOT NULL,
    "course_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "is_from_folder" BOOLEAN NOT NULL,
    "folder_hash" TEXT,
    "current_version_id" TEXT,

    CONSTRAINT "quiz_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quiz_version" (
    "id" TEXT NOT NULL,
    "quiz_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" TEXT,

    CONSTRAINT "quiz_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quiz_item" (
    "quiz_version_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "question_id" TEXT NOT NULL,

    CONSTRAINT "quiz_item_pkey" PRIMARY KEY ("quiz_version_id","position")
);

-- CreateTable
CREATE TABLE "course_quiz" (
    "course_version_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "quiz_version_id" TEXT NOT NULL,

    CONSTRAINT "course_quiz_pkey" PRIMARY KEY ("course_version_id","slug")
);

-- CreateIndex
CREATE UNIQUE INDEX "question_bank_course_id_key" ON "question_bank"("course_id");

-- CreateIndex
CREATE INDEX "bank_editor_user_id_idx" ON "bank_editor"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_category_bank_id_path_key" ON "question_category"("bank_id", "path");

-- CreateIndex
CREATE UNIQUE INDEX "bank_question_current_version_id_key" ON "bank_question"("current_version_id");

-- CreateIndex
CREATE INDEX "bank_question_category_id_idx" ON "bank_question"("category_id");

-- CreateIndex
CREATE UNIQUE INDEX "bank_question_bank_id_key_key" ON "bank_question"("bank_id", "key");

-- CreateIndex
CREATE INDEX "question_version_created_by_id_idx" ON "question_version"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_version_question_id_number_key" ON "question_version"("question_id", "number");

-- CreateIndex
CREATE INDEX "question_media_sha256_idx" ON "question_media"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_current_version_id_key" ON "quiz"("current_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_course_id_slug_key" ON "quiz"("course_id", "slug");

-- CreateIndex
CREATE INDEX "quiz_version_created_by_id_idx" ON "quiz_version"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_version_quiz_id_number_key" ON "quiz_version"("quiz_id", "number");

-- CreateIndex
CREATE INDEX "quiz_item_question_id_idx" ON "quiz_item"("question_id");

-- CreateIndex
CREATE INDEX "course_quiz_quiz_version_id_idx" ON "course_quiz"("quiz_version_id");

-- Every question of every course version, in the form of library/question-format.ts. The hashes are those that
-- assessment/content-hash.server.ts makes: an import after this migration sees what has changed and what has not.
CREATE TEMPORARY TABLE "old_question" AS
SELECT "version"."course_id", "version"."id" AS "course_version_id", "version"."number", "version"."imported_at",
       "quiz"."key" AS "slug", "item"."position"::int, "item"."question"->>'id' AS "key",
       '{"sources": []}'::jsonb
         || CASE "item"."question"->>'type'
              WHEN 'single' THEN '{"partial": {}}'::jsonb
              WHEN 'scenario' THEN '{"partial": {}}'::jsonb
              WHEN 'multiple' THEN '{"scoring": "all"}'::jsonb
              WHEN 'order' THEN '{"scoring": "exact"}'::jsonb
              WHEN 'match' THEN '{"scoring": "all", "distractors": []}'::jsonb
              WHEN 'numeric' THEN '{"toleranceKind": "absolute", "units": [], "isUnitRequired": false}'::jsonb
              ELSE '{}'::jsonb
            END
         || "item"."question" AS "structure",
       COALESCE((SELECT jsonb_object_agg("text"."language", "text"."text"->'questions'->("item"."question"->>'id'))
                 FROM "course_text" "text"
                 WHERE "text"."course_version_id" = "version"."id"
                   AND "text"."text"->'questions' ? ("item"."question"->>'id')), '{}'::jsonb) AS "texts"
FROM "course_version" "version",
     jsonb_each("version"."structure"->'quizzes') "quiz",
     jsonb_array_elements("quiz"."value"->'questions') WITH ORDINALITY AS "item"("question", "position");

ALTER TABLE "old_question" ADD COLUMN "hash" TEXT, ADD COLUMN "folder_hash" TEXT;
UPDATE "old_question"
SET "hash" = encode(sha256(convert_to(
  jsonb_build_array("structure", "texts" - 'sr-Latn', '[]'::jsonb)::text, 'UTF8')), 'hex');
UPDATE "old_question"
SET "folder_hash" = encode(sha256(convert_to(jsonb_build_array("slug", "hash")::text, 'UTF8')), 'hex');

INSERT INTO "question_bank" ("id", "title", "course_id", "created_at")
SELECT gen_random_uuid()::text, COALESCE("text"."text"->'course'->>'title', "course"."slug"), "course"."id",
       "course"."created_at"
FROM "course"
LEFT JOIN "course_text" "text"
  ON "text"."course_version_id" = "course"."current_version_id" AND "text"."language" = 'en';

INSERT INTO "question_category" ("id", "bank_id", "path")
SELECT gen_random_uuid()::text, "bank"."id", "old"."slug"
FROM (SELECT DISTINCT "course_id", "slug" FROM "old_question") "old"
JOIN "question_bank" "bank" ON "bank"."course_id" = "old"."course_id";

-- As the newest version that has the question brings it; what the current version has no longer is retired.
INSERT INTO "bank_question" ("id", "bank_id", "category_id", "key", "folder_hash", "retired_at", "created_at")
SELECT gen_random_uuid()::text, "bank"."id", "category"."id", "old"."key",
       CASE WHEN "old"."course_version_id" = "course"."current_version_id" THEN "old"."folder_hash" ELSE '' END,
       CASE WHEN "old"."course_version_id" = "course"."current_version_id" THEN NULL ELSE now() END,
       (SELECT min("first"."imported_at") FROM "old_question" "first"
        WHERE "first"."course_id" = "old"."course_id" AND "first"."key" = "old"."key")
FROM (SELECT DISTINCT ON ("course_id", "key") * FROM "old_question"
      ORDER BY "course_id", "key", "number" DESC) "old"
JOIN "course" ON "course"."id" = "old"."course_id"
JOIN "question_bank" "bank" ON "bank"."course_id" = "old"."course_id"
JOIN "question_category" "category" ON "category"."bank_id" = "bank"."id" AND "category"."path" = "old"."slug";

-- One version for each content a question has had, numbered in the order in which they came.
CREATE TEMPORARY TABLE "old_version" AS
SELECT gen_random_uuid()::text AS "id", "question"."id" AS "question_id", "old"."course_id", "old"."key", "old"."hash",
       "old"."structure", "old"."texts", "old"."imported_at",
       row_number() OVER (PARTITION BY "question"."id" ORDER BY "old"."number")::int AS "number"
FROM (SELECT DISTINCT ON ("course_id", "key", "hash") * FROM "old_question"
      ORDER BY "course_id", "key", "hash", "old_question"."number") "old"
JOIN "question_bank" "bank" ON "bank"."course_id" = "old"."course_id"
JOIN "bank_question" "question" ON "question"."bank_id" = "bank"."id" AND "question"."key" = "old"."key";

INSERT INTO "question_version" ("id", "question_id", "number", "structure", "content_hash", "created_at")
SELECT "id", "question_id", "number", "structure", "hash", "imported_at" FROM "old_version";

INSERT INTO "question_text" ("version_id", "language", "text")
SELECT "id", "text"."key", "text"."value" FROM "old_version", jsonb_each("texts") "text";

UPDATE "bank_question" "question" SET "current_version_id" = "version"."id"
FROM (SELECT DISTINCT ON ("course_id", "key") * FROM "old_question"
      ORDER BY "course_id", "key", "number" DESC) "old"
JOIN "old_version" "version" USING ("course_id", "key", "hash")
WHERE "question"."id" = "version"."question_id";

-- Every quiz of every course version, in the form of library/quiz-format.ts.
CREATE TEMPORARY TABLE "old_quiz" AS
SELECT "version"."course_id", "version"."id" AS "course_version_id", "version"."number", "version"."imported_at",
       "quiz"."key" AS "slug",
       '{"waitMinutes": 0, "scoring": "best", "graceSeconds": 60, "shuffleQuestions": true, "shuffleOptions": true,
         "layout": "one", "canGoBack": true, "honestyStatement": false, "anonymousGrading": false,
         "doubleMarking": false}'::jsonb
         || ("quiz"."value" - 'id' - 'questions')
         || CASE WHEN "quiz"."value" ? 'draw'
              THEN jsonb_build_object('draw', '{"shared": [], "rules": []}'::jsonb || ("quiz"."value"->'draw'))
              ELSE '{}'::jsonb
            END AS "settings",
       CASE WHEN "quiz"."value" ? 'draw' THEN '[]'::jsonb
         ELSE COALESCE((SELECT jsonb_agg("item"."question"->>'id' ORDER BY "item"."position")
                        FROM jsonb_array_elements("quiz"."value"->'questions')
                          WITH ORDINALITY AS "item"("question", "position")), '[]'::jsonb)
       END AS "keys"
FROM "course_version" "version", jsonb_each("version"."structure"->'quizzes') "quiz";

ALTER TABLE "old_quiz" ADD COLUMN "hash" TEXT;
UPDATE "old_quiz"
SET "hash" = encode(sha256(convert_to(jsonb_build_array("settings", "keys")::text, 'UTF8')), 'hex');

INSERT INTO "quiz" ("id", "course_id", "slug", "is_from_folder", "folder_hash")
SELECT gen_random_uuid()::text, "old"."course_id", "old"."slug", true,
       CASE WHEN "old"."course_version_id" = "course"."current_version_id" THEN "old"."hash" ELSE '' END
FROM (SELECT DISTINCT ON ("course_id", "slug") * FROM "old_quiz"
      ORDER BY "course_id", "slug", "number" DESC) "old"
JOIN "course" ON "course"."id" = "old"."course_id";

CREATE TEMPORARY TABLE "old_quiz_version" AS
SELECT gen_random_uuid()::text AS "id", "quiz"."id" AS "quiz_id", "old"."course_id", "old"."slug", "old"."hash",
       "old"."settings", "old"."keys", "old"."imported_at",
       row_number() OVER (PARTITION BY "quiz"."id" ORDER BY "old"."number")::int AS "number"
FROM (SELECT DISTINCT ON ("course_id", "slug", "hash") * FROM "old_quiz"
      ORDER BY "course_id", "slug", "hash", "old_quiz"."number") "old"
JOIN "quiz" ON "quiz"."course_id" = "old"."course_id" AND "quiz"."slug" = "old"."slug";

INSERT INTO "quiz_version" ("id", "quiz_id", "number", "settings", "created_at")
SELECT "id", "quiz_id", "number", "settings", "imported_at" FROM "old_quiz_version";

INSERT INTO "quiz_item" ("quiz_version_id", "position", "question_id")
SELECT "version"."id", "item"."position"::int, "question"."id"
FROM "old_quiz_version" "version"
CROSS JOIN jsonb_array_elements_text("version"."keys") WITH ORDINALITY AS "item"("key", "position")
JOIN "question_bank" "bank" ON "bank"."course_id" = "version"."course_id"
JOIN "bank_question" "question" ON "question"."bank_id" = "bank"."id" AND "question"."key" = "item"."key";

INSERT INTO "course_quiz" ("course_version_id", "slug", "quiz_version_id")
SELECT "old"."course_version_id", "old"."slug", "version"."id"
FROM "old_quiz" "old" JOIN "old_quiz_version" "version" USING ("course_id", "slug", "hash");

UPDATE "quiz" SET "current_version_id" = "version"."id"
FROM (SELECT DISTINCT ON ("course_id", "slug") * FROM "old_quiz"
      ORDER BY "course_id", "slug", "number" DESC) "old"
JOIN "old_quiz_version" "version" USING ("course_id", "slug", "hash")
WHERE "quiz"."id" = "version"."quiz_id";

-- Attempts: the quiz and the questions in the versions that the learner's course version had; should she have been
-- moved to one that lacks them, the newest.
ALTER TABLE "attempt" ADD COLUMN "quiz_version_id" TEXT;
UPDATE "attempt" SET "quiz_id" = "quiz"."id", "quiz_version_id" = COALESCE("asked"."quiz_version_id", "quiz"."current_version_id")
FROM "enrolment"
JOIN "quiz" ON "quiz"."course_id" = "enrolment"."course_id"
LEFT JOIN "course_quiz" "asked"
  ON "asked"."course_version_id" = "enrolment"."course_version_id" AND "asked"."slug" = "quiz"."slug"
WHERE "enrolment"."id" = "attempt"."enrolment_id" AND "quiz"."slug" = "attempt"."quiz_id";
ALTER TABLE "attempt" ALTER COLUMN "quiz_version_id" SET NOT NULL;

ALTER TABLE "attempt_item" ADD COLUMN "question_version_id" TEXT;
UPDATE "attempt_item" "item" SET "question_version_id" = COALESCE("version"."id", "question"."current_version_id")
FROM "attempt"
JOIN "enrolment" ON "enrolment"."id" = "attempt"."enrolment_id"
JOIN "question_bank" "bank" ON "bank"."course_id" = "enrolment"."course_id"
JOIN "bank_question" "question" ON "question"."bank_id" = "bank"."id"
LEFT JOIN "old_question" "asked"
  ON "asked"."course_version_id" = "enrolment"."course_version_id" AND "asked"."key" = "question"."key"
LEFT JOIN "old_version" "version"
  ON "version"."question_id" = "question"."id" AND "version"."hash" = "asked"."hash"
WHERE "attempt"."id" = "item"."attempt_id" AND "question"."key" = "item"."question_id";
ALTER TABLE "attempt_item" DROP COLUMN "question_id", ALTER COLUMN "question_version_id" SET NOT NULL;

UPDATE "granted_attempt" "grant" SET "quiz_id" = "quiz"."id"
FROM "enrolment" JOIN "quiz" ON "quiz"."course_id" = "enrolment"."course_id"
WHERE "enrolment"."id" = "grant"."enrolment_id" AND "quiz"."slug" = "grant"."quiz_id";

UPDATE "course_version" SET "structure" = "structure" - 'quizzes';
UPDATE "course_text" SET "text" = "text" - 'questions';

DROP TABLE "old_question", "old_version", "old_quiz", "old_quiz_version";

-- CreateIndex
CREATE INDEX "attempt_quiz_version_id_idx" ON "attempt"("quiz_version_id");

-- CreateIndex
CREATE INDEX "attempt_item_question_version_id_idx" ON "attempt_item"("question_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_item_attempt_id_question_version_id_key" ON "attempt_item"("attempt_id", "question_version_id");

-- AddForeignKey
ALTER TABLE "question_bank" ADD CONSTRAINT "question_bank_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_editor" ADD CONSTRAINT "bank_editor_bank_id_fkey" FOREIGN KEY ("bank_id") REFERENCES "question_bank"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_editor" ADD CONSTRAINT "bank_editor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_category" ADD CONSTRAINT "question_category_bank_id_fkey" FOREIGN KEY ("bank_id") REFERENCES "question_bank"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_question" ADD CONSTRAINT "bank_question_bank_id_fkey" FOREIGN KEY ("bank_id") REFERENCES "question_bank"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_question" ADD CONSTRAINT "bank_question_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "question_category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_question" ADD CONSTRAINT "bank_question_current_version_id_fkey" FOREIGN KEY ("current_version_id") REFERENCES "question_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_version" ADD CONSTRAINT "question_version_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "bank_question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_version" ADD CONSTRAINT "question_version_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_text" ADD CONSTRAINT "question_text_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "question_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_media" ADD CONSTRAINT "question_media_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "question_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz" ADD CONSTRAINT "quiz_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz" ADD CONSTRAINT "quiz_current_version_id_fkey" FOREIGN KEY ("current_version_id") REFERENCES "quiz_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_version" ADD CONSTRAINT "quiz_version_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quiz"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_version" ADD CONSTRAINT "quiz_version_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_item" ADD CONSTRAINT "quiz_item_quiz_version_id_fkey" FOREIGN KEY ("quiz_version_id") REFERENCES "quiz_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_item" ADD CONSTRAINT "quiz_item_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "bank_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_quiz" ADD CONSTRAINT "course_quiz_course_version_id_fkey" FOREIGN KEY ("course_version_id") REFERENCES "course_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_quiz" ADD CONSTRAINT "course_quiz_quiz_version_id_fkey" FOREIGN KEY ("quiz_version_id") REFERENCES "quiz_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quiz"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_quiz_version_id_fkey" FOREIGN KEY ("quiz_version_id") REFERENCES "quiz_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_item" ADD CONSTRAINT "attempt_item_question_version_id_fkey" FOREIGN KEY ("question_version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "granted_attempt" ADD CONSTRAINT "granted_attempt_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quiz"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
