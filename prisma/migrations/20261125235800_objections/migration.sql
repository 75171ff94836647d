-- CreateEnum
CREATE TYPE "objection_status" AS ENUM ('waiting', 'answered', 'withdrawn');

-- AlterTable
ALTER TABLE "review_cases" ADD COLUMN     "answer_id" UUID,
ADD COLUMN     "objection_id" UUID;

-- CreateTable
CREATE TABLE "objections" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "status" "objection_status" NOT NULL DEFAULT 'waiting',
    "complaint" TEXT NOT NULL,
    "content_cipher" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "answer_cipher" TEXT,

    CONSTRAINT "objections_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "objections_application_id_id_idx" ON "objections"("application_id", "id");

-- CreateIndex
CREATE INDEX "objections_result_id_idx" ON "objections"("result_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_cases_objection_id_key" ON "review_cases"("objection_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_cases_answer_id_key" ON "review_cases"("answer_id");

-- AddForeignKey
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_objection_id_fkey" FOREIGN KEY ("objection_id") REFERENCES "objections"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "proposals"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objections" ADD CONSTRAINT "objections_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objections" ADD CONSTRAINT "objections_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "admission_results"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objections" ADD CONSTRAINT "objections_guardian_id_fkey" FOREIGN KEY ("guardian_id") REFERENCES "guardians"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What schema.prisma cannot say -------------------------------------------------------------
-- A case is about one thing: a round of an appeal, a submission, or an objection; only an objection's has an answer that waits.
ALTER TABLE "review_cases" DROP CONSTRAINT "review_cases_of_one";
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_of_one" CHECK (num_nonnulls("appeal_id", "submission_id", "objection_id") = 1);
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_answers_an_objection" CHECK ("answer_id" IS NULL OR "objection_id" IS NOT NULL);
-- One objection waits a result, and one decision by hand a family: two could each be right, and not both.
CREATE UNIQUE INDEX "objections_one_waiting" ON "objections"("result_id") WHERE "status" = 'waiting';
CREATE UNIQUE INDEX "proposals_one_by_hand" ON "proposals"("application_id") WHERE "status" = 'waiting' AND "kind" IN ('override-allocation', 'answer-objection');
ALTER TABLE "objections" ADD CONSTRAINT "objections_ended" CHECK (("status" = 'waiting') = ("ended_at" IS NULL) AND ("status" = 'answered') = ("answer_cipher" IS NOT NULL));
-- It ends once, by an answer or a withdrawal; what the family wrote never changes.
CREATE TRIGGER "objections_ended_once" BEFORE UPDATE ON "objections" FOR EACH ROW
  WHEN (OLD."status" <> 'waiting' OR (to_jsonb(OLD) - ARRAY['status', 'ended_at', 'answer_cipher']) <> (to_jsonb(NEW) - ARRAY['status', 'ended_at', 'answer_cipher'])) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "objections_kept" BEFORE DELETE ON "objections" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "objections_never_emptied" BEFORE TRUNCATE ON "objections" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
