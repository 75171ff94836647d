-- What the county established is written once. What two officers take back is named by a row of its own, which needs their
-- approved proposal as whatever the desk establishes does.
ALTER TABLE "establishments" DROP CONSTRAINT "establishments_of_the_desk";
ALTER TABLE "establishments" ADD CONSTRAINT "establishments_of_the_desk" CHECK ("kind" NOT IN ('property', 'address-match', 'withdrawal') OR "proposal_id" IS NOT NULL);
