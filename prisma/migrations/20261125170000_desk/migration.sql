-- A proposal is filled in and its papers are scanned before it is laid before the second officer.
ALTER TYPE "proposal_status" ADD VALUE 'draft' BEFORE 'waiting';

-- What schema.prisma cannot say -------------------------------------------------------------
-- Compared as text: the new word cannot be used within the transaction that adds it.
DROP TRIGGER "proposals_decided_once" ON "proposals";
CREATE TRIGGER "proposals_decided_once" BEFORE UPDATE ON "proposals" FOR EACH ROW WHEN (OLD."status"::text NOT IN ('draft', 'waiting')) EXECUTE FUNCTION refuse_change();
-- What the second officer reads is what was laid before them.
CREATE TRIGGER "proposals_sent_once" BEFORE UPDATE ON "proposals" FOR EACH ROW
  WHEN (OLD."status"::text <> 'draft' AND (NEW."content_cipher" <> OLD."content_cipher" OR NEW."proposed_by_id" <> OLD."proposed_by_id" OR NEW."status"::text = 'draft')) EXECUTE FUNCTION refuse_change();
-- Together with "proposals_two_officers": nothing is approved or refused by nobody, nor by whoever proposed it.
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_decided_by_somebody" CHECK ("status"::text NOT IN ('approved', 'refused') OR "decided_by_id" IS NOT NULL);
-- A proposal establishes nothing before it is approved, and what only the desk can establish comes from one.
ALTER TABLE "establishments" ADD CONSTRAINT "establishments_of_the_desk" CHECK ("kind" NOT IN ('property', 'address-match') OR "proposal_id" IS NOT NULL);
CREATE FUNCTION "refuse_unapproved"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The removal of a guardian reaches every registration of that child.
  IF NOT EXISTS (
    SELECT 1 FROM "proposals" p JOIN "applications" own ON own."id" = p."application_id" JOIN "applications" a ON a."student_id" = own."student_id"
    WHERE p."id" = NEW."proposal_id" AND a."id" = NEW."application_id" AND p."status" = 'approved'
  ) THEN
    RAISE EXCEPTION 'proposal % is not approved', NEW."proposal_id" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "establishments_approved" BEFORE INSERT ON "establishments" FOR EACH ROW WHEN (NEW."proposal_id" IS NOT NULL) EXECUTE FUNCTION "refuse_unapproved"();
