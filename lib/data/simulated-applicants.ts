import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { listingDetail } from '@/lib/domain/listing'
import { unwrapApplicationKey } from './cipher'
import { db } from './db'
import { readContent } from './json'

/** What the children of a county's registrations are called in its lists; a family that was erased has no name any more. */
export async function namesOfApplicants({ county }: Pick<StaffActor, 'county'>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db().listing.findMany({
    where: { county, applicationId: { in: [...ids] }, application: { wrappedKey: { not: null } } },
    select: { applicationId: true, detailCipher: true, application: { select: { wrappedKey: true } } },
  })
  return new Map(rows.map(({ applicationId, detailCipher, application: { wrappedKey } }) => {
    const { child, childIdNumber } = readContent(unwrapApplicationKey(wrappedKey ?? ''), 'listing', detailCipher, listingDetail)
    return [applicationId, child ?? childIdNumber]
  }))
}
