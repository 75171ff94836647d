-- CreateTable
CREATE TABLE "register_imports" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "imported_by_id" UUID,
    "county" TEXT,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "register_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_uploads" (
    "id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "wrapped_key" TEXT NOT NULL,
    "tried" JSONB NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "register_uploads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_touches" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "import_id" UUID,
    "inquiry_id" UUID,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,
    "ask_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "register_touches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inquiries" (
    "id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "department" TEXT NOT NULL,
    "application_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "appeal_id" UUID,
    "round" INTEGER NOT NULL,
    "content_cipher" TEXT NOT NULL,
    "export_id" UUID NOT NULL,
    "exported_by_id" UUID NOT NULL,
    "exported_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "answer_cipher" TEXT,

    CONSTRAINT "inquiries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "register_imports_kind_number_key" ON "register_imports"("kind", "number");

-- CreateIndex
CREATE UNIQUE INDEX "register_imports_kind_version_key" ON "register_imports"("kind", "version");

-- CreateIndex
CREATE INDEX "register_uploads_county_uploaded_at_idx" ON "register_uploads"("county", "uploaded_at");

-- CreateIndex
CREATE INDEX "register_uploads_uploaded_at_idx" ON "register_uploads"("uploaded_at");

-- CreateIndex
CREATE INDEX "register_touches_application_id_idx" ON "register_touches"("application_id");

-- CreateIndex
CREATE INDEX "inquiries_county_export_id_idx" ON "inquiries"("county", "export_id");

-- CreateIndex
CREATE UNIQUE INDEX "inquiries_county_year_number_key" ON "inquiries"("county", "year", "number");

-- CreateIndex
CREATE INDEX "inquiries_application_id_idx" ON "inquiries"("application_id");

-- AddForeignKey
ALTER TABLE "register_touches" ADD CONSTRAINT "register_touches_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_touches" ADD CONSTRAINT "register_touches_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "register_imports"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_touches" ADD CONSTRAINT "register_touches_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What schema.prisma cannot say -------------------------------------------------------------
-- A register that was filled before has at least the version that its findings name.
INSERT INTO "register_imports" ("id", "kind", "number", "version", "row_count", "total", "imported_at")
  SELECT gen_random_uuid(), "kind", 1, "version", "row_count", "row_count", "imported_at" FROM "registry_snapshots";
CREATE TRIGGER "register_imports_written_once" BEFORE UPDATE OR DELETE ON "register_imports" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "register_imports_never_emptied" BEFORE TRUNCATE ON "register_imports" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "register_touches" ADD CONSTRAINT "register_touches_has_a_cause" CHECK (num_nonnulls("import_id", "inquiry_id") = 1);
-- Only what waits is looked for.
CREATE INDEX "register_touches_to_ask" ON "register_touches"("ask_at") WHERE "ask_at" IS NOT NULL;
-- Nothing is asked twice in one round: of an appeal, and of what a register lacks.
CREATE UNIQUE INDEX "inquiries_once_a_round_of_an_appeal" ON "inquiries"("appeal_id", "round") WHERE "appeal_id" IS NOT NULL;
CREATE UNIQUE INDEX "inquiries_once_a_round" ON "inquiries"("application_id", "subject", "round") WHERE "appeal_id" IS NULL;
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_answered_whole" CHECK (num_nonnulls("answered_by_id", "answered_at", "outcome", "answer_cipher") IN (0, 4));
-- An inquiry changes once: when it is answered.
CREATE TRIGGER "inquiries_answered_once" BEFORE UPDATE ON "inquiries" FOR EACH ROW
  WHEN (OLD."answered_at" IS NOT NULL OR (to_jsonb(OLD) - ARRAY['answered_by_id', 'answered_at', 'outcome', 'answer_cipher']) <> (to_jsonb(NEW) - ARRAY['answered_by_id', 'answered_at', 'outcome', 'answer_cipher']))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "inquiries_kept" BEFORE DELETE ON "inquiries" FOR EACH ROW EXECUTE FUNCTION refuse_change();
