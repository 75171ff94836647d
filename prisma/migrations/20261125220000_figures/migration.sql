-- How a case ended, written as it closes: the overview reads it there instead of looking every decision up.
ALTER TABLE "review_cases" ADD COLUMN     "outcome" TEXT;
UPDATE "review_cases" c SET "outcome" = d."outcome" FROM "appeal_decisions" d WHERE c."status" = 'closed' AND d."appeal_id" = c."appeal_id" AND d."number" = c."round";
UPDATE "review_cases" c SET "outcome" = v."outcome" FROM "case_verdicts" v WHERE c."status" = 'closed' AND v."case_id" = c."id";

-- How long that took, worked out by the database: an index of it lies in the order in which a median is found.
ALTER TABLE "review_cases" ADD COLUMN     "took_ms" DOUBLE PRECISION GENERATED ALWAYS AS (CASE WHEN "outcome" IS NOT NULL THEN date_part('epoch', "closed_at" - "opened_at") * 1000 END) STORED;

-- The day of a submission in Shanghai, worked out by the database: an index of days is small, and what it counts lies together.
ALTER TABLE "listings" ADD COLUMN     "submitted_on" DATE GENERATED ALWAYS AS (("submitted_at" AT TIME ZONE 'Asia/Shanghai')::date) STORED;

-- What schema.prisma cannot say -------------------------------------------------------------
DROP INDEX "listings_submitted";
CREATE INDEX "listings_submitted" ON "listings" ("county", "year", "school_code", "category", "submitted_on") WHERE "submitted_on" IS NOT NULL;
CREATE INDEX "review_cases_took" ON "review_cases" ("county", "year", "took_ms") INCLUDE ("closed_at") WHERE "took_ms" IS NOT NULL;
CREATE INDEX "review_cases_kind_took" ON "review_cases" ("county", "year", "kind", "took_ms") WHERE "took_ms" IS NOT NULL;
-- How many appeals came, and were refused, on which day.
CREATE INDEX "review_cases_sent" ON "review_cases" ("county", "year", "opened_at") WHERE "appeal_id" IS NOT NULL;
CREATE INDEX "review_cases_refused" ON "review_cases" ("county", "year", "closed_at") WHERE "outcome" = 'refused';
-- Which registrations have an appeal that waits, or one that was refused and not sent again: looked up from every list.
CREATE INDEX "appeals_undecided" ON "appeals" ("county", "status", "application_id") INCLUDE ("year") WHERE "status" IN ('waiting', 'refused');
