-- AlterTable
ALTER TABLE "user" ADD COLUMN     "wants_session_mails" BOOLEAN NOT NULL DEFAULT true;
