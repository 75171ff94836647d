-- What a seal covers, so that a fault can be laid at the seal or at its rows.
ALTER TABLE "audit_seals" ADD COLUMN     "first_id" BIGINT,
ADD COLUMN     "last_id" BIGINT,
ADD COLUMN     "rows_hash" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "audit_seals_through_transaction_key" ON "audit_seals"("through_transaction");

-- The auditor reads by time, newest first: by county, by what happened, by who acted.
DROP INDEX "audit_events_county_id_idx";
DROP INDEX "audit_events_actor_id_id_idx";

-- CreateIndex
CREATE INDEX "audit_events_county_at_id_idx" ON "audit_events"("county", "at", "id");

-- CreateIndex
CREATE INDEX "audit_events_county_type_at_id_idx" ON "audit_events"("county", "type", "at", "id");

-- CreateIndex
CREATE INDEX "audit_events_actor_id_at_id_idx" ON "audit_events"("actor_id", "at", "id");

-- What schema.prisma cannot say -------------------------------------------------------------
-- What the platform and its operator do is of no county.
CREATE INDEX "audit_events_of_no_county" ON "audit_events" ("at", "id") WHERE "county" IS NULL AND "actor_kind" IN ('system', 'operator');
-- The overview's figures, read from an index alone; submissions in the very order in which they are counted (a day of Shanghai).
CREATE INDEX "listings_submitted" ON "listings" ("county", "year", "school_code", "category", date_bin('1 day', "submitted_at", '2000-01-01 00:00+08'::timestamptz)) INCLUDE ("submitted_at") WHERE "submitted_at" IS NOT NULL;
CREATE INDEX "review_cases_open" ON "review_cases" ("county", "year", "kind", "opened_at", "due_at") WHERE "status" = 'open';
