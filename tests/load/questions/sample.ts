import type { StaffActor } from '@/lib/domain/actor'
import { listingDetail } from '@/lib/domain/listing'
import type { StaffRole } from '@/lib/domain/staff'
import { unwrapApplicationKey } from '@/lib/data/cipher'
import { db } from '@/lib/data/db'
import { actorOf, identityColumns } from '@/lib/data/guardians'
import { readContent } from '@/lib/data/json'
import { staffActorOf } from '@/lib/data/staff'

/** What a page asks, by the data function with which it asks. */
export type Question = { page: string; what: string; ask: () => Promise<unknown> }

/** A submitted family out of the middle of the county: what an officer would search by. */
export async function aFamilyOf(county: string) {
  const listing = await db().listing.findFirstOrThrow({
    where: { county, status: 'submitted', homeIndex: { not: null } },
    orderBy: { applicationId: 'asc' },
    skip: 500,
    select: { applicationId: true, receiptNumber: true, detailCipher: true, application: { select: { wrappedKey: true, guardian: { select: identityColumns } } } },
  })
  const { wrappedKey, guardian } = listing.application
  if (!wrappedKey) throw new Error('a family of the load without its key')
  const detail = readContent(unwrapApplicationKey(wrappedKey), 'listing', listing.detailCipher, listingDetail)
  return { applicationId: listing.applicationId, guardian: actorOf(guardian), receiptNumber: listing.receiptNumber ?? '', child: detail.child ?? '', address: detail.address ?? '' }
}

export async function anOfficer(county: string, role: StaffRole): Promise<StaffActor> {
  return staffActorOf(await db().staffAccount.findFirstOrThrow({ where: { county, role, username: { startsWith: 'load-' } } }), 'none')
}
