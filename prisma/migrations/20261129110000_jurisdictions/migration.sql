-- CreateTable
CREATE TABLE "support_line" (
    "id" TEXT NOT NULL,
    "jurisdiction" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "cost" TEXT NOT NULL,
    "text_option" TEXT NOT NULL,
    "last_dialled_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "support_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jurisdiction_notes" (
    "jurisdiction" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "jurisdiction_notes_pkey" PRIMARY KEY ("jurisdiction")
);

-- CreateIndex
CREATE INDEX "support_line_jurisdiction_idx" ON "support_line"("jurisdiction");
