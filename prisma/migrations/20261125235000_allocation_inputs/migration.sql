-- What went into a run stands beside what came out of it: its bundle is the same years later, whatever was registered since.
-- AlterTable
ALTER TABLE "allocation_decisions" ADD COLUMN     "criteria" INTEGER[],
ADD COLUMN     "family_id" UUID,
ADD COLUMN     "wanted_code" TEXT;

-- What a page of the run counts, counted once: a run never changes.
-- AlterTable
ALTER TABLE "allocation_runs" ADD COLUMN     "counts" JSONB NOT NULL DEFAULT '[]';
