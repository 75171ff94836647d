-- A school's counts, out of the index alone.
CREATE INDEX "listings_school_counts_idx" ON "listings"("county", "year", "school_code", "status", "category", "catchment_row", "application_id", "version");
