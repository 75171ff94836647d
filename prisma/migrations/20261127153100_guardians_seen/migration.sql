-- When a guardian was there last: whoever signed in and never began a registration belongs to no season, and is kept by this.
-- AlterTable
ALTER TABLE "guardians" ADD COLUMN     "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

UPDATE "guardians" SET "seen_at" = "created_at";
