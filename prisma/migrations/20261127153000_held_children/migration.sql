-- For whom a run holds seats is asked with every look at the schools' seats, and of a hundred thousand decisions it is a few.
CREATE INDEX "allocation_decisions_held" ON "allocation_decisions" ("run_id", "held_code", "because") WHERE "held_code" IS NOT NULL;
