-- AlterTable
ALTER TABLE "attempt_item" ADD COLUMN     "page_change" INTEGER,
ADD COLUMN     "page_id" TEXT;
