-- Whoever stands at the desk is a person of our tables only once the consent is signed (P9). Until then card and act are one
-- row under the act's own key; without a guardian it has no session, no scan and no registration.
ALTER TABLE "assistances" ALTER COLUMN "guardian_id" DROP NOT NULL;
