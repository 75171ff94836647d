-- AlterTable
ALTER TABLE "staff_accounts" ADD COLUMN     "last_signed_in_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "staff_sessions" ADD COLUMN     "offer_cipher" TEXT;
