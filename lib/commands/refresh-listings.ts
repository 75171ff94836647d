import 'server-only'
import type { Now } from '@/lib/domain/actor'
import { db } from '@/lib/data/db'
import { findDraftsOfEarlierVersions, findOutdatedListings, listApplication } from '@/lib/data/listings'

const BATCH = 200

/**
 * Works out again what staff find applications by, where that is older than the application: after a new version of the
 * season, and of applications from before there was such a list. Every command writes its own in its own transaction.
 * @param draftsOnly what a new version has made old, without looking for what no command should have left behind
 * @returns how many
 */
export async function refreshListings({ now, draftsOnly = false }: { now: Now; draftsOnly?: boolean }): Promise<number> {
  const find = draftsOnly ? findDraftsOfEarlierVersions : findOutdatedListings
  let refreshed = 0
  for (let ids = await find(BATCH); ids.length > 0; ids = ids.length < BATCH ? [] : await find(BATCH)) {
    for (const id of ids) await db().$transaction((transaction) => listApplication(transaction, id, now.season))
    refreshed += ids.length
  }
  return refreshed
}
