-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "application_status" AS ENUM ('draft', 'submitted', 'withdrawn');

-- CreateTable
CREATE TABLE "clock_setting" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offset_ms" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "clock_setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seasons" (
    "id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "year" INTEGER NOT NULL,

    CONSTRAINT "seasons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "season_versions" (
    "id" UUID NOT NULL,
    "season_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "files_hash" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "agreement" TEXT NOT NULL,
    "agreement_version" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "season_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schools" (
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phones" TEXT NOT NULL,
    "capacity" TEXT NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "schools_pkey" PRIMARY KEY ("version_id","position")
);

-- CreateTable
CREATE TABLE "catchment_rows" (
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "row" TEXT NOT NULL,
    "schools" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "aliases" TEXT NOT NULL,
    "parity" TEXT NOT NULL,
    "numbers" TEXT NOT NULL,
    "except" TEXT NOT NULL,
    "buildings" TEXT NOT NULL,
    "groups" TEXT NOT NULL,
    "applies" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "catchment_rows_pkey" PRIMARY KEY ("version_id","position")
);

-- CreateTable
CREATE TABLE "category_rows" (
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "row" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "criteria" JSONB NOT NULL,

    CONSTRAINT "category_rows_pkey" PRIMARY KEY ("version_id","position")
);

-- CreateTable
CREATE TABLE "material_rows" (
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "min" TEXT NOT NULL,
    "per" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "material_rows_pkey" PRIMARY KEY ("version_id","position")
);

-- CreateTable
CREATE TABLE "guardians" (
    "id" UUID NOT NULL,
    "id_number_index" BYTEA NOT NULL,
    "id_number_cipher" TEXT NOT NULL,
    "name_cipher" TEXT NOT NULL,
    "phone_cipher" TEXT,
    "subject" TEXT,
    "verification_level" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guardians_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guardian_sessions" (
    "token_hash" BYTEA NOT NULL,
    "guardian_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guardian_sessions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "students" (
    "id" UUID NOT NULL,
    "id_number_index" BYTEA NOT NULL,
    "id_number_cipher" TEXT NOT NULL,

    CONSTRAINT "students_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guardianships" (
    "student_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guardianships_pkey" PRIMARY KEY ("student_id","guardian_id")
);

-- CreateTable
CREATE TABLE "applications" (
    "id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "guardian_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "status" "application_status" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "wrapped_key" TEXT,
    "answers_cipher" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "applications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consents" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "findings" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "registry" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "snapshot_version" TEXT,
    "content_cipher" TEXT,

    CONSTRAINT "findings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "confirmations" (
    "application_id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "served_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "confirmations_pkey" PRIMARY KEY ("application_id")
);

-- CreateTable
CREATE TABLE "submissions" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "receipt_number" TEXT NOT NULL,
    "check_code" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "basis" TEXT NOT NULL,
    "category_row" TEXT NOT NULL,
    "placement_status" TEXT NOT NULL,
    "school_code" TEXT,
    "catchment_row" TEXT,
    "season_version_id" UUID NOT NULL,
    "content_cipher" TEXT NOT NULL,

    CONSTRAINT "submissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" BIGSERIAL NOT NULL,
    "transaction" BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text)::bigint,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "type" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "application_id" UUID,
    "county" TEXT,
    "content_cipher" TEXT,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seals" (
    "number" INTEGER NOT NULL,
    "through_transaction" BIGINT NOT NULL,
    "event_count" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_seals_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "registry_snapshots" (
    "kind" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "registry_snapshots_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "people" (
    "id_number_index" BYTEA NOT NULL,
    "id_number_cipher" TEXT NOT NULL,
    "name_cipher" TEXT NOT NULL,
    "household_number" TEXT,
    "address_cipher" TEXT,
    "head_id_number_cipher" TEXT,
    "registered_on" TEXT,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id_number_index")
);

-- CreateTable
CREATE TABLE "relations" (
    "person_index" BYTEA NOT NULL,
    "relative_index" BYTEA NOT NULL,
    "relation" TEXT NOT NULL,
    "relative_cipher" TEXT NOT NULL,

    CONSTRAINT "relations_pkey" PRIMARY KEY ("person_index","relative_index","relation")
);

-- CreateTable
CREATE TABLE "properties" (
    "certificate_index" BYTEA NOT NULL,
    "certificate_cipher" TEXT NOT NULL,
    "county" TEXT NOT NULL,
    "address_cipher" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "registered_on" TEXT,

    CONSTRAINT "properties_pkey" PRIMARY KEY ("certificate_index")
);

-- CreateTable
CREATE TABLE "property_owners" (
    "certificate_index" BYTEA NOT NULL,
    "owner_index" BYTEA NOT NULL,
    "owner_cipher" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "property_owners_pkey" PRIMARY KEY ("certificate_index","owner_index")
);

-- CreateTable
CREATE TABLE "contracts" (
    "contract_index" BYTEA NOT NULL,
    "contract_cipher" TEXT NOT NULL,
    "county" TEXT NOT NULL,
    "address_cipher" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "filed_on" TEXT,

    CONSTRAINT "contracts_pkey" PRIMARY KEY ("contract_index")
);

-- CreateTable
CREATE TABLE "contract_buyers" (
    "contract_index" BYTEA NOT NULL,
    "buyer_index" BYTEA NOT NULL,
    "buyer_cipher" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "contract_buyers_pkey" PRIMARY KEY ("contract_index","buyer_index")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "seasons_county_year_key" ON "seasons"("county", "year");

-- CreateIndex
CREATE UNIQUE INDEX "season_versions_season_id_number_key" ON "season_versions"("season_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "schools_version_id_code_key" ON "schools"("version_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "guardians_id_number_index_key" ON "guardians"("id_number_index");

-- CreateIndex
CREATE UNIQUE INDEX "guardians_subject_key" ON "guardians"("subject");

-- CreateIndex
CREATE INDEX "guardian_sessions_guardian_id_idx" ON "guardian_sessions"("guardian_id");

-- CreateIndex
CREATE INDEX "guardian_sessions_expires_at_idx" ON "guardian_sessions"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "students_id_number_index_key" ON "students"("id_number_index");

-- CreateIndex
CREATE INDEX "guardianships_guardian_id_idx" ON "guardianships"("guardian_id");

-- CreateIndex
CREATE INDEX "applications_guardian_id_idx" ON "applications"("guardian_id");

-- CreateIndex
CREATE INDEX "applications_student_id_idx" ON "applications"("student_id");

-- CreateIndex
CREATE UNIQUE INDEX "consents_application_id_kind_version_key" ON "consents"("application_id", "kind", "version");

-- CreateIndex
CREATE INDEX "findings_application_id_registry_id_idx" ON "findings"("application_id", "registry", "id");

-- CreateIndex
CREATE UNIQUE INDEX "submissions_receipt_number_key" ON "submissions"("receipt_number");

-- CreateIndex
CREATE INDEX "submissions_county_year_school_code_idx" ON "submissions"("county", "year", "school_code");

-- CreateIndex
CREATE INDEX "submissions_application_id_idx" ON "submissions"("application_id");

-- CreateIndex
CREATE INDEX "submissions_guardian_id_idx" ON "submissions"("guardian_id");

-- CreateIndex
CREATE UNIQUE INDEX "submissions_student_id_year_round_key" ON "submissions"("student_id", "year", "round");

-- CreateIndex
CREATE INDEX "audit_events_transaction_id_idx" ON "audit_events"("transaction", "id");

-- CreateIndex
CREATE INDEX "audit_events_application_id_idx" ON "audit_events"("application_id");

-- CreateIndex
CREATE INDEX "people_household_number_idx" ON "people"("household_number");

-- CreateIndex
CREATE INDEX "relations_relative_index_idx" ON "relations"("relative_index");

-- CreateIndex
CREATE INDEX "property_owners_owner_index_idx" ON "property_owners"("owner_index");

-- CreateIndex
CREATE INDEX "contract_buyers_buyer_index_idx" ON "contract_buyers"("buyer_index");

-- AddForeignKey
ALTER TABLE "season_versions" ADD CONSTRAINT "season_versions_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "seasons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schools" ADD CONSTRAINT "schools_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "season_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catchment_rows" ADD CONSTRAINT "catchment_rows_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "season_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_rows" ADD CONSTRAINT "category_rows_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "season_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_rows" ADD CONSTRAINT "material_rows_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "season_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guardian_sessions" ADD CONSTRAINT "guardian_sessions_guardian_id_fkey" FOREIGN KEY ("guardian_id") REFERENCES "guardians"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guardianships" ADD CONSTRAINT "guardianships_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guardianships" ADD CONSTRAINT "guardianships_guardian_id_fkey" FOREIGN KEY ("guardian_id") REFERENCES "guardians"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_guardian_id_fkey" FOREIGN KEY ("guardian_id") REFERENCES "guardians"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_guardian_id_fkey" FOREIGN KEY ("guardian_id") REFERENCES "guardians"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "property_owners" ADD CONSTRAINT "property_owners_certificate_index_fkey" FOREIGN KEY ("certificate_index") REFERENCES "properties"("certificate_index") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_buyers" ADD CONSTRAINT "contract_buyers_contract_index_fkey" FOREIGN KEY ("contract_index") REFERENCES "contracts"("contract_index") ON DELETE CASCADE ON UPDATE CASCADE;

-- What schema.prisma cannot say -------------------------------------------------------------

-- One draft of a guardian for a child and year; a withdrawn one does not stand in the way.
CREATE UNIQUE INDEX "applications_one_draft" ON "applications" ("guardian_id", "student_id", "year") WHERE "status" = 'draft';

ALTER TABLE "clock_setting" ADD CONSTRAINT "clock_setting_one_row" CHECK ("id" = 1);
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_round_positive" CHECK ("round" >= 1);
ALTER TABLE "applications" ADD CONSTRAINT "applications_version_positive" CHECK ("version" >= 1);

-- Submissions, audit events, their seals and published seasons are written once.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are written once and never changed or removed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['submissions', 'audit_events', 'audit_seals', 'season_versions', 'schools', 'catchment_rows', 'category_rows', 'material_rows'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_written_once', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_never_emptied', name);
  END LOOP;
END $$;

INSERT INTO "clock_setting" ("id", "offset_ms") VALUES (1, 0);
