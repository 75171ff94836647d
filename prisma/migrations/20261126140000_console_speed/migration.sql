-- What a page of the comparison shows, worked out once: two runs never change, and a hundred thousand decisions are not laid side by side while somebody waits.
-- CreateTable
CREATE TABLE "allocation_comparisons" (
    "earlier_id" UUID NOT NULL,
    "later_id" UUID NOT NULL,
    "moves" JSONB NOT NULL,

    CONSTRAINT "allocation_comparisons_pkey" PRIMARY KEY ("earlier_id","later_id")
);

-- CreateIndex
CREATE INDEX "allocation_comparisons_later_id_idx" ON "allocation_comparisons"("later_id");

-- Every filter of the county's list in one index: whatever two of them have in common is gathered from it alone, and schools count by it too.
-- DropIndex
DROP INDEX "listings_school_counts_idx";

-- CreateIndex
CREATE INDEX "listings_facets_idx" ON "listings"("county", "year", "school_code", "status", "category", "catchment_row", "basis", "changed_at" DESC, "application_id" DESC);

-- CreateIndex
CREATE INDEX "allocation_decisions_run_id_outcome_lot_application_id_idx" ON "allocation_decisions"("run_id", "outcome", "lot", "application_id");

-- CreateIndex
CREATE INDEX "audit_events_actor_id_type_at_id_idx" ON "audit_events"("actor_id", "type", "at", "id");

-- CreateIndex
CREATE INDEX "submissions_county_year_submitted_at_idx" ON "submissions"("county", "year", "submitted_at");

-- AddForeignKey
ALTER TABLE "allocation_comparisons" ADD CONSTRAINT "allocation_comparisons_earlier_id_fkey" FOREIGN KEY ("earlier_id") REFERENCES "allocation_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_comparisons" ADD CONSTRAINT "allocation_comparisons_later_id_fkey" FOREIGN KEY ("later_id") REFERENCES "allocation_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What schema.prisma cannot say -------------------------------------------------------------
CREATE TRIGGER "allocation_comparisons_written_once" BEFORE UPDATE OR DELETE ON "allocation_comparisons" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "allocation_comparisons_never_emptied" BEFORE TRUNCATE ON "allocation_comparisons" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- The few homes that a register may lack, among all that it has: who is to be asked about is counted by them.
CREATE INDEX "listings_home_missing" ON "listings" ("county", "year", "status")
  WHERE ("basis" IN ('TITLE_DEED', 'GRANDPARENT_DEED') AND "home_index" IS NULL) OR ("basis" = 'PURCHASE_CONTRACT' AND "category_row" IS NULL);
-- Those of the runs that are there.
INSERT INTO "allocation_comparisons" ("earlier_id", "later_id", "moves")
SELECT earlier.id, later.id, coalesce((
    SELECT jsonb_agg(jsonb_build_object('from', move.was, 'to', move.is, 'count', move.count, 'some', move.some) ORDER BY move.count DESC, move.was, move.is) FROM (
      SELECT CASE WHEN one.run_id IS NOT NULL THEN jsonb_build_object('outcome', one.outcome, 'school', one.school_code) END AS was,
        CASE WHEN other.run_id IS NOT NULL THEN jsonb_build_object('outcome', other.outcome, 'school', other.school_code) END AS is,
        count(*)::int AS count, (array_agg(application_id ORDER BY application_id))[1:20] AS some
      FROM (SELECT * FROM allocation_decisions WHERE run_id = earlier.id) one FULL JOIN (SELECT * FROM allocation_decisions WHERE run_id = later.id) other USING (application_id)
      WHERE (one.outcome, one.school_code) IS DISTINCT FROM (other.outcome, other.school_code)
      GROUP BY 1, 2) move), '[]')
FROM allocation_runs earlier JOIN allocation_runs later ON later.county = earlier.county AND later.year = earlier.year AND later.number > earlier.number;
