import type { StaffActor } from '@/lib/domain/actor'
import { listingDetail } from '@/lib/domain/listing'
import { submissionContent } from '@/lib/domain/submission'
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
    where: { county, status: 'submitted', basis: 'TITLE_DEED' },
    orderBy: { applicationId: 'asc' },
    skip: 500,
    select: { applicationId: true, receiptNumber: true, detailCipher: true, application: { select: { wrappedKey: true, guardian: { select: identityColumns }, submissions: { select: { contentCipher: true } } } } },
  })
  const { wrappedKey, guardian, submissions: [submission] } = listing.application
  if (!wrappedKey || !submission) throw new Error('a submitted family of the load without its key or its submission')
  const key = unwrapApplicationKey(wrappedKey)
  const detail = readContent(key, 'listing', listing.detailCipher, listingDetail)
  const { answers } = readContent(key, 'submission', submission.contentCipher, submissionContent)
  return { applicationId: listing.applicationId, guardian: actorOf(guardian), receiptNumber: listing.receiptNumber ?? '', child: detail.child ?? '', address: detail.address ?? '', certificate: answers.deed?.certificateNumber ?? '' }
}

export async function anOfficer(county: string, role: StaffRole): Promise<StaffActor> {
  return staffActorOf(await db().staffAccount.findFirstOrThrow({ where: { county, role, username: { startsWith: 'load-' } } }), 'none')
}
