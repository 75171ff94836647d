-- CreateEnum
CREATE TYPE "appeal_status" AS ENUM ('draft', 'waiting', 'approved', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "delivery_status" AS ENUM ('pending', 'sent', 'failed');

-- AlterTable
ALTER TABLE "guardianships" ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'registry';

-- CreateTable
CREATE TABLE "appeals" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "ground" TEXT,
    "status" "appeal_status" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "round" INTEGER NOT NULL DEFAULT 0,
    "answers_cipher" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "appeals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeal_rounds" (
    "appeal_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "content_cipher" TEXT NOT NULL,

    CONSTRAINT "appeal_rounds_pkey" PRIMARY KEY ("appeal_id","number")
);

-- CreateTable
CREATE TABLE "appeal_decisions" (
    "appeal_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT NOT NULL,
    "reason_code" TEXT,
    "content_cipher" TEXT NOT NULL,

    CONSTRAINT "appeal_decisions_pkey" PRIMARY KEY ("appeal_id","number")
);

-- CreateTable
CREATE TABLE "establishments" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "appeal_id" UUID,
    "established_at" TIMESTAMPTZ(3) NOT NULL,
    "established_by" TEXT NOT NULL,
    "content_cipher" TEXT NOT NULL,

    CONSTRAINT "establishments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "materials" (
    "id" UUID NOT NULL,
    "appeal_id" UUID NOT NULL,
    "document" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "pages" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "detail_cipher" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "materials_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "application_id" UUID,
    "code" TEXT NOT NULL,
    "content_cipher" TEXT,
    "once_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "message_id" UUID NOT NULL,
    "status" "delivery_status" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "reference" TEXT,
    "fault" TEXT,

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("message_id")
);

-- CreateIndex
CREATE INDEX "appeals_application_id_idx" ON "appeals"("application_id");

-- CreateIndex
CREATE INDEX "appeals_county_status_sent_at_idx" ON "appeals"("county", "status", "sent_at");

-- CreateIndex
CREATE INDEX "establishments_application_id_kind_id_idx" ON "establishments"("application_id", "kind", "id");

-- CreateIndex
CREATE INDEX "materials_appeal_id_idx" ON "materials"("appeal_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_once_key_key" ON "messages"("once_key");

-- CreateIndex
CREATE INDEX "messages_guardian_id_id_idx" ON "messages"("guardian_id", "id");

-- CreateIndex
CREATE INDEX "deliveries_status_next_attempt_at_idx" ON "deliveries"("status", "next_attempt_at");

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal_rounds" ADD CONSTRAINT "appeal_rounds_appeal_id_fkey" FOREIGN KEY ("appeal_id") REFERENCES "appeals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal_decisions" ADD CONSTRAINT "appeal_decisions_appeal_id_number_fkey" FOREIGN KEY ("appeal_id", "number") REFERENCES "appeal_rounds"("appeal_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "establishments" ADD CONSTRAINT "establishments_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "establishments" ADD CONSTRAINT "establishments_appeal_id_fkey" FOREIGN KEY ("appeal_id") REFERENCES "appeals"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "materials" ADD CONSTRAINT "materials_appeal_id_fkey" FOREIGN KEY ("appeal_id") REFERENCES "appeals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_guardian_id_fkey" FOREIGN KEY ("guardian_id") REFERENCES "guardians"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- What schema.prisma cannot say -------------------------------------------------------------
-- One open appeal of a kind for an application: a second press, or a second phone, finds the first one.
CREATE UNIQUE INDEX "appeals_one_open" ON "appeals" ("application_id", "kind") WHERE "status" IN ('draft', 'waiting', 'refused');
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_version_positive" CHECK ("version" >= 1);
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_round_counts" CHECK ("round" >= 0);
ALTER TABLE "appeal_decisions" ADD CONSTRAINT "appeal_decisions_outcome" CHECK ("outcome" IN ('approved', 'refused'));
ALTER TABLE "guardianships" ADD CONSTRAINT "guardianships_source" CHECK ("source" IN ('registry', 'county'));
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_attempts_count" CHECK ("attempts" >= 0);
-- What was sent, what was decided and what was established are written once.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['appeal_rounds', 'appeal_decisions', 'establishments'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_written_once', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_never_emptied', name);
  END LOOP;
END $$;
