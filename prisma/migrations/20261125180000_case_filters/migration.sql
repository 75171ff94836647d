-- CreateIndex
CREATE INDEX "review_cases_county_status_ground_due_at_id_idx" ON "review_cases"("county", "status", "ground", "due_at", "id");

-- CreateIndex
CREATE INDEX "review_cases_county_status_school_code_due_at_id_idx" ON "review_cases"("county", "status", "school_code", "due_at", "id");
