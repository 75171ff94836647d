-- CreateTable
CREATE TABLE "erasures" (
    "id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL,
    "counts" JSONB NOT NULL,
    "proof" JSONB NOT NULL,

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "erasures_county_year_idx" ON "erasures"("county", "year");

-- What schema.prisma cannot say -------------------------------------------------------------
CREATE TRIGGER "erasures_written_once" BEFORE UPDATE OR DELETE ON "erasures" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "erasures_never_emptied" BEFORE TRUNCATE ON "erasures" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
