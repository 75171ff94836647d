-- A register decides children's schools: of an officer's import another officer tried the file, and agreed to nothing alone.
-- AlterTable
ALTER TABLE "register_imports" ADD COLUMN     "tried_by_id" UUID;

ALTER TABLE "register_imports" ADD CONSTRAINT "register_imports_two_officers" CHECK ("tried_by_id" IS NULL OR ("imported_by_id" IS NOT NULL AND "tried_by_id" <> "imported_by_id"));
