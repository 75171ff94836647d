-- A session of staff goes on under a new token every so often. The one before counts for requests that were under way, until
-- a little after its successor was first brought.
ALTER TABLE "staff_sessions" ADD COLUMN     "token_address" TEXT,
ADD COLUMN     "token_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "token_seen_at" TIMESTAMPTZ(3);

-- An account forgets its wrong tries as a name that is nobody's does: what the two answer a day later would tell them apart.
ALTER TABLE "staff_accounts" ADD COLUMN     "failed_at" TIMESTAMPTZ(3);
