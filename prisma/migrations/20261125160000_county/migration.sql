-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('reviewer', 'desk', 'admin', 'school', 'auditor');

-- CreateEnum
CREATE TYPE "case_status" AS ENUM ('open', 'closed');

-- CreateEnum
CREATE TYPE "proposal_status" AS ENUM ('waiting', 'approved', 'refused', 'withdrawn');

-- AlterEnum
ALTER TYPE "application_status" ADD VALUE 'returned' BEFORE 'withdrawn';

-- AlterTable
ALTER TABLE "guardian_sessions" ADD COLUMN     "assistance_id" UUID;

-- AlterTable
ALTER TABLE "submissions" ADD COLUMN     "assisted_by_id" UUID;

-- AlterTable
ALTER TABLE "appeal_decisions" ADD COLUMN     "decided_by_id" UUID;

-- AlterTable
ALTER TABLE "establishments" ADD COLUMN     "proposal_id" UUID;

-- CreateTable
CREATE TABLE "reason_rows" (
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "reason_rows_pkey" PRIMARY KEY ("version_id","position")
);

-- CreateTable
CREATE TABLE "staff_accounts" (
    "id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "role" "staff_role" NOT NULL,
    "school_code" TEXT,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "password_set_at" TIMESTAMPTZ(3),
    "totp_cipher" TEXT NOT NULL,
    "totp_step" BIGINT NOT NULL DEFAULT 0,
    "totp_confirmed_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_recovery_codes" (
    "code_hash" BYTEA NOT NULL,
    "staff_id" UUID NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_recovery_codes_pkey" PRIMARY KEY ("code_hash")
);

-- CreateTable
CREATE TABLE "staff_sessions" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "staff_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "agent" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assistances" (
    "id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "wrapped_key" TEXT,
    "content_cipher" TEXT NOT NULL,

    CONSTRAINT "assistances_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listings" (
    "application_id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "status" "application_status" NOT NULL,
    "version" INTEGER NOT NULL,
    "season_version_id" UUID,
    "basis" TEXT,
    "category" TEXT,
    "category_row" TEXT,
    "placement_status" TEXT,
    "school_code" TEXT,
    "catchment_row" TEXT,
    "receipt_number" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "home_index" BYTEA,
    "tokens" BIGINT[],
    "detail_cipher" TEXT NOT NULL,

    CONSTRAINT "listings_pkey" PRIMARY KEY ("application_id")
);

-- CreateTable
CREATE TABLE "review_cases" (
    "id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "ground" TEXT,
    "because" TEXT,
    "application_id" UUID NOT NULL,
    "appeal_id" UUID,
    "round" INTEGER NOT NULL DEFAULT 1,
    "submission_id" UUID,
    "school_code" TEXT,
    "status" "case_status" NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "claimed_by_id" UUID,
    "claimed_until" TIMESTAMPTZ(3),

    CONSTRAINT "review_cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_verdicts" (
    "case_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "content_cipher" TEXT NOT NULL,

    CONSTRAINT "case_verdicts_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "case_notes" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "case_id" UUID,
    "staff_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "content_cipher" TEXT NOT NULL,

    CONSTRAINT "case_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposals" (
    "id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "application_id" UUID NOT NULL,
    "status" "proposal_status" NOT NULL DEFAULT 'waiting',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "content_cipher" TEXT NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_cipher" TEXT,

    CONSTRAINT "proposals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_scans" (
    "id" UUID NOT NULL,
    "proposal_id" UUID,
    "assistance_id" UUID,
    "position" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "pages" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "detail_cipher" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_scans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reveals" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "revealed_at" TIMESTAMPTZ(3) NOT NULL,
    "reason_cipher" TEXT NOT NULL,

    CONSTRAINT "reveals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_accounts_username_key" ON "staff_accounts"("username");

-- CreateIndex
CREATE INDEX "staff_accounts_county_role_idx" ON "staff_accounts"("county", "role");

-- CreateIndex
CREATE INDEX "staff_recovery_codes_staff_id_idx" ON "staff_recovery_codes"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_sessions_token_hash_key" ON "staff_sessions"("token_hash");

-- CreateIndex
CREATE INDEX "staff_sessions_staff_id_idx" ON "staff_sessions"("staff_id");

-- CreateIndex
CREATE INDEX "staff_sessions_expires_at_idx" ON "staff_sessions"("expires_at");

-- CreateIndex
CREATE INDEX "assistances_guardian_id_idx" ON "assistances"("guardian_id");

-- CreateIndex
CREATE INDEX "assistances_county_id_idx" ON "assistances"("county", "id");

-- CreateIndex
CREATE INDEX "listings_county_year_changed_at_application_id_idx" ON "listings"("county", "year", "changed_at" DESC, "application_id" DESC);

-- CreateIndex
CREATE INDEX "listings_county_year_status_changed_at_application_id_idx" ON "listings"("county", "year", "status", "changed_at" DESC, "application_id" DESC);

-- CreateIndex
CREATE INDEX "listings_county_year_school_code_status_changed_at_applicat_idx" ON "listings"("county", "year", "school_code", "status", "changed_at" DESC, "application_id" DESC);

-- CreateIndex
CREATE INDEX "listings_county_year_category_changed_at_application_id_idx" ON "listings"("county", "year", "category", "changed_at" DESC, "application_id" DESC);

-- CreateIndex
CREATE INDEX "listings_home_index_idx" ON "listings"("home_index");

-- CreateIndex
CREATE INDEX "listings_receipt_number_idx" ON "listings"("receipt_number");

-- CreateIndex
CREATE INDEX "listings_tokens_idx" ON "listings" USING GIN ("tokens");

-- CreateIndex
CREATE INDEX "review_cases_county_status_due_at_id_idx" ON "review_cases"("county", "status", "due_at", "id");

-- CreateIndex
CREATE INDEX "review_cases_county_status_kind_due_at_id_idx" ON "review_cases"("county", "status", "kind", "due_at", "id");

-- CreateIndex
CREATE INDEX "review_cases_county_status_claimed_by_id_due_at_id_idx" ON "review_cases"("county", "status", "claimed_by_id", "due_at", "id");

-- CreateIndex
CREATE INDEX "review_cases_county_closed_at_idx" ON "review_cases"("county", "closed_at");

-- CreateIndex
CREATE INDEX "review_cases_application_id_idx" ON "review_cases"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_cases_appeal_id_round_key" ON "review_cases"("appeal_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "review_cases_submission_id_because_key" ON "review_cases"("submission_id", "because");

-- CreateIndex
CREATE INDEX "case_notes_application_id_id_idx" ON "case_notes"("application_id", "id");

-- CreateIndex
CREATE INDEX "proposals_county_status_id_idx" ON "proposals"("county", "status", "id");

-- CreateIndex
CREATE INDEX "proposals_application_id_idx" ON "proposals"("application_id");

-- CreateIndex
CREATE INDEX "desk_scans_proposal_id_idx" ON "desk_scans"("proposal_id");

-- CreateIndex
CREATE INDEX "desk_scans_assistance_id_idx" ON "desk_scans"("assistance_id");

-- CreateIndex
CREATE INDEX "reveals_staff_id_application_id_revealed_at_idx" ON "reveals"("staff_id", "application_id", "revealed_at");

-- CreateIndex
CREATE INDEX "audit_events_county_id_idx" ON "audit_events"("county", "id");

-- CreateIndex
CREATE INDEX "audit_events_actor_id_id_idx" ON "audit_events"("actor_id", "id");

-- AddForeignKey
ALTER TABLE "reason_rows" ADD CONSTRAINT "reason_rows_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "season_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_recovery_codes" ADD CONSTRAINT "staff_recovery_codes_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assistances" ADD CONSTRAINT "assistances_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assistances" ADD CONSTRAINT "assistances_guardian_id_fkey" FOREIGN KEY ("guardian_id") REFERENCES "guardians"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guardian_sessions" ADD CONSTRAINT "guardian_sessions_assistance_id_fkey" FOREIGN KEY ("assistance_id") REFERENCES "assistances"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "establishments" ADD CONSTRAINT "establishments_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listings" ADD CONSTRAINT "listings_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_appeal_id_fkey" FOREIGN KEY ("appeal_id") REFERENCES "appeals"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_claimed_by_id_fkey" FOREIGN KEY ("claimed_by_id") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_verdicts" ADD CONSTRAINT "case_verdicts_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "review_cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "review_cases"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_scans" ADD CONSTRAINT "desk_scans_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_scans" ADD CONSTRAINT "desk_scans_assistance_id_fkey" FOREIGN KEY ("assistance_id") REFERENCES "assistances"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What schema.prisma cannot say -------------------------------------------------------------
ALTER TABLE "staff_accounts" ADD CONSTRAINT "staff_accounts_school" CHECK (("role" = 'school') = ("school_code" IS NOT NULL));
ALTER TABLE "staff_accounts" ADD CONSTRAINT "staff_accounts_failures_count" CHECK ("failures" >= 0);
-- Two officers are two persons, whatever the application believes.
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_two_officers" CHECK ("decided_by_id" IS NULL OR "decided_by_id" <> "proposed_by_id" OR "status" = 'withdrawn');
ALTER TABLE "desk_scans" ADD CONSTRAINT "desk_scans_of_one" CHECK (num_nonnulls("proposal_id", "assistance_id") = 1);
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_of_one" CHECK (num_nonnulls("appeal_id", "submission_id") = 1);
ALTER TABLE "case_verdicts" ADD CONSTRAINT "case_verdicts_outcome" CHECK ("outcome" IN ('confirmed', 'proposed-for-return'));
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['reason_rows', 'case_verdicts', 'case_notes', 'reveals'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_written_once', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_never_emptied', name);
  END LOOP;
END $$;
-- A proposal is changed once: when it is decided.
CREATE TRIGGER "proposals_decided_once" BEFORE UPDATE ON "proposals" FOR EACH ROW WHEN (OLD."status" <> 'waiting') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "proposals_kept" BEFORE DELETE ON "proposals" FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- What waited before there was a queue waits in it now.
INSERT INTO "review_cases" ("id", "county", "year", "kind", "ground", "application_id", "appeal_id", "round", "opened_at", "due_at")
SELECT gen_random_uuid(), "county", "year", "kind", "ground", "application_id", "id", "round", "sent_at", "sent_at" + interval '2 days'
FROM "appeals" WHERE "status" = 'waiting';
