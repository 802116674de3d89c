-- CreateEnum
CREATE TYPE "PackageState" AS ENUM ('received', 'refused', 'ready');

-- CreateTable
CREATE TABLE "package" (
    "id" TEXT NOT NULL,
    "origin" TEXT,
    "owner_id" TEXT,
    "course_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "package_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "package_version" (
    "id" TEXT NOT NULL,
    "package_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "PackageState" NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "structure" JSONB,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "refusal" JSONB,
    "is_outside_allowed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "package_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "package_file" (
    "package_version_id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "folded_path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "brotli_bytes" BIGINT,
    "content_type" TEXT NOT NULL,

    CONSTRAINT "package_file_pkey" PRIMARY KEY ("package_version_id","path")
);

-- CreateTable
CREATE TABLE "course_package" (
    "course_version_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "package_version_id" TEXT NOT NULL,

    CONSTRAINT "course_package_pkey" PRIMARY KEY ("course_version_id","name")
);

-- CreateTable
CREATE TABLE "server_secret" (
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "server_secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "run_attempt" (
    "id" TEXT NOT NULL,
    "enrolment_id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "package_name" TEXT NOT NULL,
    "package_version_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "completion" TEXT NOT NULL DEFAULT 'not attempted',
    "success" TEXT NOT NULL DEFAULT 'unknown',
    "scaled" DOUBLE PRECISION,
    "raw" DOUBLE PRECISION,
    "min" DOUBLE PRECISION,
    "max" DOUBLE PRECISION,
    "seconds" INTEGER NOT NULL DEFAULT 0,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_launch" (
    "id" TEXT NOT NULL,
    "attempt_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "token_hash" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),
    "record_count" INTEGER NOT NULL DEFAULT 0,
    "record_bytes" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "run_launch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_record" (
    "launch_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "activity" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "element" TEXT,
    "value" TEXT,
    "error" TEXT,

    CONSTRAINT "run_record_pkey" PRIMARY KEY ("launch_id","seq")
);

-- CreateTable
CREATE TABLE "run_value" (
    "attempt_id" TEXT NOT NULL,
    "activity" TEXT NOT NULL,
    "element" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "launch_number" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "run_value_pkey" PRIMARY KEY ("attempt_id","activity","element")
);

-- CreateTable
CREATE TABLE "run_activity" (
    "attempt_id" TEXT NOT NULL,
    "activity" TEXT NOT NULL,
    "completion" TEXT NOT NULL,
    "success" TEXT NOT NULL,
    "scaled" DOUBLE PRECISION,
    "raw" DOUBLE PRECISION,
    "min" DOUBLE PRECISION,
    "max" DOUBLE PRECISION,
    "seconds" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "run_activity_pkey" PRIMARY KEY ("attempt_id","activity")
);

-- CreateTable
CREATE TABLE "run_time" (
    "attempt_id" TEXT NOT NULL,
    "launch_number" INTEGER NOT NULL,
    "activity" TEXT NOT NULL,
    "seconds" DOUBLE PRECISION NOT NULL,
    "current_seconds" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "run_time_pkey" PRIMARY KEY ("attempt_id","activity","launch_number")
);

-- CreateTable
CREATE TABLE "xapi_statement" (
    "registration_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "launch_number" INTEGER NOT NULL DEFAULT 0,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "stored_at" TIMESTAMPTZ(3) NOT NULL,
    "verb" TEXT NOT NULL,
    "activity_iri" TEXT,
    "statement" JSONB NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "forwarded_at" TIMESTAMPTZ(3),

    CONSTRAINT "xapi_statement_pkey" PRIMARY KEY ("registration_id","id")
);

-- CreateTable
CREATE TABLE "xapi_document" (
    "registration_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "activity_iri" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "xapi_document_pkey" PRIMARY KEY ("registration_id","kind","activity_iri","document_id")
);

-- CreateTable
CREATE TABLE "cmi5_session" (
    "id" TEXT NOT NULL,
    "registration_id" TEXT NOT NULL,
    "launch_id" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "fetch_hash" TEXT NOT NULL,
    "token_hash" TEXT,
    "launched_at" TIMESTAMPTZ(3) NOT NULL,
    "last_heard_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "cmi5_session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "package_origin_key" ON "package"("origin");

-- CreateIndex
CREATE INDEX "package_owner_id_idx" ON "package"("owner_id");

-- CreateIndex
CREATE INDEX "package_course_id_idx" ON "package"("course_id");

-- CreateIndex
CREATE INDEX "package_version_state_idx" ON "package_version"("state");

-- CreateIndex
CREATE UNIQUE INDEX "package_version_package_id_number_key" ON "package_version"("package_id", "number");

-- CreateIndex
CREATE INDEX "package_file_package_version_id_folded_path_idx" ON "package_file"("package_version_id", "folded_path");

-- CreateIndex
CREATE INDEX "package_file_sha256_idx" ON "package_file"("sha256");

-- CreateIndex
CREATE INDEX "course_package_package_version_id_idx" ON "course_package"("package_version_id");

-- CreateIndex
CREATE INDEX "run_attempt_package_version_id_idx" ON "run_attempt"("package_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "run_attempt_enrolment_id_activity_id_package_name_number_key" ON "run_attempt"("enrolment_id", "activity_id", "package_name", "number");

-- CreateIndex
CREATE UNIQUE INDEX "run_launch_token_hash_key" ON "run_launch"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "run_launch_attempt_id_number_key" ON "run_launch"("attempt_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "xapi_statement_position_key" ON "xapi_statement"("position");

-- CreateIndex
CREATE INDEX "xapi_statement_registration_id_position_idx" ON "xapi_statement"("registration_id", "position");

-- CreateIndex
CREATE INDEX "xapi_statement_forwarded_at_position_idx" ON "xapi_statement"("forwarded_at", "position");

-- CreateIndex
CREATE UNIQUE INDEX "cmi5_session_fetch_hash_key" ON "cmi5_session"("fetch_hash");

-- CreateIndex
CREATE UNIQUE INDEX "cmi5_session_token_hash_key" ON "cmi5_session"("token_hash");

-- CreateIndex
CREATE INDEX "cmi5_session_registration_id_idx" ON "cmi5_session"("registration_id");

-- CreateIndex
CREATE INDEX "cmi5_session_launch_id_idx" ON "cmi5_session"("launch_id");

-- AddForeignKey
ALTER TABLE "package" ADD CONSTRAINT "package_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "package" ADD CONSTRAINT "package_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "package_version" ADD CONSTRAINT "package_version_package_id_fkey" FOREIGN KEY ("package_id") REFERENCES "package"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "package_file" ADD CONSTRAINT "package_file_package_version_id_fkey" FOREIGN KEY ("package_version_id") REFERENCES "package_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_package" ADD CONSTRAINT "course_package_course_version_id_fkey" FOREIGN KEY ("course_version_id") REFERENCES "course_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_package" ADD CONSTRAINT "course_package_package_version_id_fkey" FOREIGN KEY ("package_version_id") REFERENCES "package_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_attempt" ADD CONSTRAINT "run_attempt_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_attempt" ADD CONSTRAINT "run_attempt_package_version_id_fkey" FOREIGN KEY ("package_version_id") REFERENCES "package_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_launch" ADD CONSTRAINT "run_launch_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "run_attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_record" ADD CONSTRAINT "run_record_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "run_launch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_value" ADD CONSTRAINT "run_value_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "run_attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_activity" ADD CONSTRAINT "run_activity_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "run_attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_time" ADD CONSTRAINT "run_time_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "run_attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "xapi_statement" ADD CONSTRAINT "xapi_statement_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "run_attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "xapi_document" ADD CONSTRAINT "xapi_document_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "run_attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cmi5_session" ADD CONSTRAINT "cmi5_session_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "run_attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cmi5_session" ADD CONSTRAINT "cmi5_session_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "run_launch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
