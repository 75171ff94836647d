import 'server-only'
import type { Now } from '@/lib/domain/actor'
import { db } from '@/lib/data/db'
import { findOutdatedListings, listApplication } from '@/lib/data/listings'

const BATCH = 200

/**
 * Works out again what staff find applications by, where that is older than the application: after a new version of the
 * season, and of applications from before there was such a list. Every command writes its own in its own transaction.
 * @returns how many
 */
export async function refreshListings({ now }: { now: Now }): Promise<number> {
  let refreshed = 0
  for (let ids = await findOutdatedListings(BATCH); ids.length > 0; ids = ids.length < BATCH ? [] : await findOutdatedListings(BATCH)) {
    for (const id of ids) await db().$transaction((transaction) => listApplication(transaction, id, now.season))
    refreshed += ids.length
  }
  return refreshed
}
