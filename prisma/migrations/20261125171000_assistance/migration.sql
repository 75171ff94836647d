-- AlterTable
ALTER TABLE "assistances" ADD COLUMN     "completes_id" UUID,
ADD COLUMN     "judged_at" TIMESTAMPTZ(3),
ADD COLUMN     "staff_session_id" UUID;

-- AlterTable
ALTER TABLE "consents" ADD COLUMN     "assistance_id" UUID;

-- CreateIndex
CREATE INDEX "guardian_sessions_assistance_id_idx" ON "guardian_sessions"("assistance_id");

-- CreateIndex
CREATE INDEX "assistances_staff_session_id_idx" ON "assistances"("staff_session_id");

-- CreateIndex
CREATE INDEX "assistances_completes_id_idx" ON "assistances"("completes_id");

-- AddForeignKey
ALTER TABLE "assistances" ADD CONSTRAINT "assistances_staff_session_id_fkey" FOREIGN KEY ("staff_session_id") REFERENCES "staff_sessions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assistances" ADD CONSTRAINT "assistances_completes_id_fkey" FOREIGN KEY ("completes_id") REFERENCES "applications"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_assistance_id_fkey" FOREIGN KEY ("assistance_id") REFERENCES "assistances"("id") ON DELETE SET NULL ON UPDATE CASCADE;
