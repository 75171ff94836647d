-- The console's list by a row of the catchment table, or by what the seat is asked for on, in the list's own order.
-- CreateIndex
CREATE INDEX "listings_county_year_catchment_row_changed_at_application_i_idx" ON "listings"("county", "year", "catchment_row", "changed_at" DESC, "application_id" DESC);

-- CreateIndex
CREATE INDEX "listings_county_year_basis_changed_at_application_id_idx" ON "listings"("county", "year", "basis", "changed_at" DESC, "application_id" DESC);
