-- CreateEnum
CREATE TYPE "ForeignUploadState" AS ENUM ('received', 'refused', 'ready', 'making', 'made');

-- CreateTable
CREATE TABLE "foreign_upload" (
    "id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "state" "ForeignUploadState" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "preview" JSONB,
    "refusal" JSONB,
    "choices" JSONB,

    CONSTRAINT "foreign_upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "foreign_upload_owner_id_idx" ON "foreign_upload"("owner_id");

-- CreateIndex
CREATE INDEX "foreign_upload_state_idx" ON "foreign_upload"("state");

-- AddForeignKey
ALTER TABLE "foreign_upload" ADD CONSTRAINT "foreign_upload_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
