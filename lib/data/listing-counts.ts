import 'server-only'
import { db } from './db'

/**
 * Puts the steps of one figure together into one. Each step is taken away and added to the sum in one statement, so that
 * whoever adds up meanwhile sees all of them before or all of them after it; two servers that fold at once wait for each
 * other's rows, and find them gone.
 * @returns how many were put together
 */
export async function foldListingCounts(): Promise<number> {
  return db().$executeRaw`
    WITH folded AS (
      DELETE FROM listing_counts WHERE id IN (
        SELECT unnest(array_agg(id)) FROM listing_counts
        GROUP BY county, year, by, school_code, status, category, submitted_on, catchment_row HAVING count(*) > 1)
      RETURNING county, year, by, school_code, status, category, submitted_on, catchment_row, count)
    INSERT INTO listing_counts (county, year, by, school_code, status, category, submitted_on, catchment_row, count)
    SELECT county, year, by, school_code, status, category, submitted_on, catchment_row, sum(count) FROM folded
    GROUP BY county, year, by, school_code, status, category, submitted_on, catchment_row HAVING sum(count) <> 0`
}
