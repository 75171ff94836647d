-- CreateEnum
CREATE TYPE "season_draft_status" AS ENUM ('editing', 'proposed', 'published', 'dropped');

-- AlterTable
ALTER TABLE "season_versions" ADD COLUMN     "proposal_id" UUID;

-- CreateTable
CREATE TABLE "season_drafts" (
    "id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "status" "season_draft_status" NOT NULL DEFAULT 'editing',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "content" JSONB NOT NULL,
    "based_on_id" UUID,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "season_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "county_proposals" (
    "id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID,
    "status" "proposal_status" NOT NULL DEFAULT 'waiting',
    "content" JSONB NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "county_proposals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation_runs" (
    "id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "season_version_id" UUID NOT NULL,
    "seed" TEXT NOT NULL,
    "inputs_hash" TEXT NOT NULL,
    "decisions_hash" TEXT NOT NULL,
    "loads" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "allocation_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation_decisions" (
    "run_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "school_code" TEXT,
    "rank" INTEGER,
    "lot" TEXT NOT NULL,

    CONSTRAINT "allocation_decisions_pkey" PRIMARY KEY ("run_id","application_id")
);

-- CreateTable
CREATE TABLE "allocation_overrides" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "school_code" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "allocation_overrides_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "admission_results" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "run_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "school_code" TEXT,
    "admission_number" TEXT,
    "check_code" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "admission_results_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "season_drafts_county_status_idx" ON "season_drafts"("county", "status");

-- CreateIndex
CREATE INDEX "county_proposals_county_status_id_idx" ON "county_proposals"("county", "status", "id");

-- CreateIndex
CREATE UNIQUE INDEX "allocation_runs_county_year_number_key" ON "allocation_runs"("county", "year", "number");

-- CreateIndex
CREATE INDEX "allocation_decisions_run_id_outcome_school_code_idx" ON "allocation_decisions"("run_id", "outcome", "school_code");

-- CreateIndex
CREATE INDEX "allocation_decisions_application_id_idx" ON "allocation_decisions"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "allocation_overrides_proposal_id_key" ON "allocation_overrides"("proposal_id");

-- CreateIndex
CREATE INDEX "allocation_overrides_run_id_application_id_id_idx" ON "allocation_overrides"("run_id", "application_id", "id");

-- CreateIndex
CREATE INDEX "allocation_overrides_application_id_idx" ON "allocation_overrides"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "admission_results_admission_number_key" ON "admission_results"("admission_number");

-- CreateIndex
CREATE INDEX "admission_results_county_year_school_code_idx" ON "admission_results"("county", "year", "school_code");

-- CreateIndex
CREATE UNIQUE INDEX "admission_results_application_id_number_key" ON "admission_results"("application_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "season_versions_proposal_id_key" ON "season_versions"("proposal_id");

-- AddForeignKey
ALTER TABLE "season_versions" ADD CONSTRAINT "season_versions_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "county_proposals"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_runs" ADD CONSTRAINT "allocation_runs_season_version_id_fkey" FOREIGN KEY ("season_version_id") REFERENCES "season_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_decisions" ADD CONSTRAINT "allocation_decisions_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "allocation_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_decisions" ADD CONSTRAINT "allocation_decisions_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_overrides" ADD CONSTRAINT "allocation_overrides_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "allocation_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_overrides" ADD CONSTRAINT "allocation_overrides_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_overrides" ADD CONSTRAINT "allocation_overrides_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "admission_results" ADD CONSTRAINT "admission_results_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "allocation_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "admission_results" ADD CONSTRAINT "admission_results_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What schema.prisma cannot say -------------------------------------------------------------
-- Two officers are two persons, whatever the application believes.
ALTER TABLE "county_proposals" ADD CONSTRAINT "county_proposals_two_officers" CHECK ("decided_by_id" IS NULL OR "decided_by_id" <> "proposed_by_id" OR "status" = 'withdrawn');
CREATE TRIGGER "county_proposals_decided_once" BEFORE UPDATE ON "county_proposals" FOR EACH ROW WHEN (OLD."status" <> 'waiting') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "county_proposals_kept" BEFORE DELETE ON "county_proposals" FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- One draft a season, one thing of a kind that waits a season, one published allocation a season.
CREATE UNIQUE INDEX "season_drafts_one_open" ON "season_drafts"("county", "year") WHERE "status" IN ('editing', 'proposed');
CREATE UNIQUE INDEX "county_proposals_one_waiting" ON "county_proposals"("county", "year", "kind") WHERE "status" = 'waiting';
CREATE UNIQUE INDEX "allocation_runs_one_published" ON "allocation_runs"("county", "year") WHERE "published_at" IS NOT NULL;
-- A run is changed once: when it is published. Nothing else of it ever is.
CREATE TRIGGER "allocation_runs_published_once" BEFORE UPDATE ON "allocation_runs" FOR EACH ROW
  WHEN (OLD."published_at" IS NOT NULL OR (to_jsonb(OLD) - 'published_at') <> (to_jsonb(NEW) - 'published_at')) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "allocation_runs_kept" BEFORE DELETE ON "allocation_runs" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "admission_results" ADD CONSTRAINT "admission_results_number_of_a_school" CHECK (num_nonnulls("school_code", "admission_number", "check_code") IN (0, 3));
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['allocation_decisions', 'allocation_overrides', 'admission_results'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_written_once', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_never_emptied', name);
  END LOOP;
END $$;
