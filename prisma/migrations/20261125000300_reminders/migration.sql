-- CreateIndex
CREATE INDEX "messages_application_id_code_idx" ON "messages"("application_id", "code");

-- What schema.prisma cannot say -------------------------------------------------------------
-- Every minute the servers look for unfinished registrations of a season: by their own index, however many were submitted.
CREATE INDEX "applications_unfinished" ON "applications" ("county", "year", "id") WHERE "status" = 'draft';
