-- CreateEnum
CREATE TYPE "simulation_status" AS ENUM ('queued', 'running', 'done', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "simulations" (
    "id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "draft_id" UUID NOT NULL,
    "revision" INTEGER,
    "year" INTEGER NOT NULL,
    "drafts" BOOLEAN NOT NULL,
    "against" TEXT NOT NULL,
    "status" "simulation_status" NOT NULL DEFAULT 'queued',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "fault" TEXT,
    "result" JSONB,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "simulations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "simulations_draft_id_id_idx" ON "simulations"("draft_id", "id");

-- AddForeignKey
ALTER TABLE "simulations" ADD CONSTRAINT "simulations_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "season_drafts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What schema.prisma cannot say -------------------------------------------------------------
-- One at a time a county; what it came to is there when it is done, and not changed afterwards.
CREATE UNIQUE INDEX "simulations_one_open" ON "simulations"("county") WHERE "status" IN ('queued', 'running');
ALTER TABLE "simulations" ADD CONSTRAINT "simulations_against_what" CHECK ("against" IN ('submitted', 'published'));
ALTER TABLE "simulations" ADD CONSTRAINT "simulations_result_when_done" CHECK (("status" = 'done') = ("result" IS NOT NULL));
CREATE TRIGGER "simulations_ended_once" BEFORE UPDATE ON "simulations" FOR EACH ROW WHEN (OLD."status" IN ('done', 'failed', 'cancelled')) EXECUTE FUNCTION refuse_change();
