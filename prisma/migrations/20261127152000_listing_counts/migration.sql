-- How many registrations there are of what, so that a figure does not walk through all of them: steps that are added up.
-- CreateTable
CREATE TABLE "listing_counts" (
    "id" BIGSERIAL NOT NULL,
    "county" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    "school_code" TEXT,
    "status" "application_status" NOT NULL,
    "category" TEXT,
    "submitted_on" DATE,
    "catchment_row" TEXT,
    "count" INTEGER NOT NULL,

    CONSTRAINT "listing_counts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "listing_counts_county_year_by_school_code_idx" ON "listing_counts"("county", "year", "by", "school_code");

-- What schema.prisma cannot say -------------------------------------------------------------
ALTER TABLE "listing_counts" ADD CONSTRAINT "listing_counts_by" CHECK ("by" IN ('day', 'row'));

-- Each statement that changes listings adds what it changed, up or down, in its own transaction: no row is shared, so that
-- nobody waits for anybody, and whoever adds them up sees exactly the listings of the same snapshot.
CREATE FUNCTION count_listings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    TRUNCATE listing_counts;
  ELSIF TG_OP = 'INSERT' THEN
    INSERT INTO listing_counts (county, year, by, school_code, status, category, submitted_on, catchment_row, count)
    SELECT county, year, CASE GROUPING(catchment_row) WHEN 1 THEN 'day' ELSE 'row' END, school_code, status, category, submitted_on, catchment_row, count(*)
    FROM came GROUP BY GROUPING SETS ((county, year, school_code, status, category, submitted_on), (county, year, school_code, status, category, catchment_row));
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO listing_counts (county, year, by, school_code, status, category, submitted_on, catchment_row, count)
    SELECT county, year, CASE GROUPING(catchment_row) WHEN 1 THEN 'day' ELSE 'row' END, school_code, status, category, submitted_on, catchment_row, -count(*)
    FROM went GROUP BY GROUPING SETS ((county, year, school_code, status, category, submitted_on), (county, year, school_code, status, category, catchment_row));
  ELSE
    -- What stays in its place counts for nothing: most saves of a draft.
    INSERT INTO listing_counts (county, year, by, school_code, status, category, submitted_on, catchment_row, count)
    SELECT county, year, CASE GROUPING(catchment_row) WHEN 1 THEN 'day' ELSE 'row' END, school_code, status, category, submitted_on, catchment_row, sum(moved)
    FROM (
      SELECT county, year, school_code, status, category, submitted_on, catchment_row, 1 AS moved FROM came
      UNION ALL SELECT county, year, school_code, status, category, submitted_on, catchment_row, -1 FROM went) AS moves
    GROUP BY GROUPING SETS ((county, year, school_code, status, category, submitted_on), (county, year, school_code, status, category, catchment_row))
    HAVING sum(moved) <> 0;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "listings_counted_in" AFTER INSERT ON "listings" REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION count_listings();
CREATE TRIGGER "listings_counted_out" AFTER DELETE ON "listings" REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION count_listings();
CREATE TRIGGER "listings_counted_anew" AFTER UPDATE ON "listings" REFERENCING OLD TABLE AS went NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION count_listings();
CREATE TRIGGER "listings_counted_none" AFTER TRUNCATE ON "listings" FOR EACH STATEMENT EXECUTE FUNCTION count_listings();
-- Also where other triggers sleep: a figure that is wrong is wrong for good.
ALTER TABLE "listings" ENABLE ALWAYS TRIGGER "listings_counted_in", ENABLE ALWAYS TRIGGER "listings_counted_out", ENABLE ALWAYS TRIGGER "listings_counted_anew", ENABLE ALWAYS TRIGGER "listings_counted_none";

-- Those that are there; the triggers keep every writer out until this is committed.
INSERT INTO "listing_counts" ("county", "year", "by", "school_code", "status", "category", "submitted_on", "catchment_row", "count")
SELECT county, year, CASE GROUPING(catchment_row) WHEN 1 THEN 'day' ELSE 'row' END, school_code, status, category, submitted_on, catchment_row, count(*)
FROM listings GROUP BY GROUPING SETS ((county, year, school_code, status, category, submitted_on), (county, year, school_code, status, category, catchment_row));
