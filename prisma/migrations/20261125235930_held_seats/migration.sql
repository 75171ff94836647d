-- The school at which seats are held for a child and its siblings, who are placed by hand: their own, or a neighbour.
ALTER TABLE "allocation_decisions" ADD COLUMN     "held_code" TEXT;
