-- CreateTable
CREATE TABLE "link_state" (
    "url" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_state_pkey" PRIMARY KEY ("url")
);
