import { randomBytes } from 'node:crypto'
import type { StaffActor } from '@/lib/domain/actor'
import { listingDetail } from '@/lib/domain/listing'
import { submissionContent } from '@/lib/domain/submission'
import type { StaffRole } from '@/lib/domain/staff'
import { unwrapApplicationKey } from '@/lib/data/cipher'
import { db } from '@/lib/data/db'
import { actorOf, identityColumns } from '@/lib/data/guardians'
import { readContent } from '@/lib/data/json'
import { getPublishedSeason, type PublishedSeason } from '@/lib/data/seasons'
import { openStaffSession, staffActorOf } from '@/lib/data/staff'
import { whatCameAfter, type Afterwards } from '../afterwards'
import type { AskedPage } from '../pages'
import { whatIsUnderWay, type Prepared } from '../prepared'

/** What a page asks, by the data function with which it asks. */
export type Question = { page: AskedPage; what: string; ask: () => Promise<unknown> }

export type Officers = Readonly<Record<'reviewer' | 'desk' | 'auditor' | 'clerk', StaffActor>> & { readonly admins: readonly [StaffActor, StaffActor] }

/** What there is to ask about: the county with its officers, what is under way, and what came after the close. */
export type World = { published: PublishedSeason; officers: Officers; family: Family; prepared: Prepared; afterwards: Afterwards }
type Family = Awaited<ReturnType<typeof aFamilyOf>>

/** What the load has not brought is made now, and is there the next time. */
export async function worldOf(county: string): Promise<{ world: World; tokens: Tokens }> {
  const published = await getPublishedSeason(county, 2023)
  if (!published) throw new Error(`no season of ${county}`)
  const { officers, tokens } = await officersOf(county)
  const family = await aFamilyOf(county)
  const prepared = await whatIsUnderWay(published, officers.admins[0], officers.desk, family.guardian.guardianId)
  return { tokens, world: { published, officers, family, prepared, afterwards: await whatCameAfter(published, officers) } }
}

/** A submitted family out of the middle of the county: what an officer would search by. */
async function aFamilyOf(county: string) {
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

/** The load's officers of a role, each signed in anew. */
async function signedIn(county: string, role: StaffRole): Promise<{ actor: StaffActor; token: string }[]> {
  const accounts = await db().staffAccount.findMany({ where: { county, role, username: { startsWith: 'load-' } }, orderBy: { username: 'asc' } })
  return Promise.all(accounts.map(async (account) => {
    const token = randomBytes(32).toString('base64url')
    return { token, actor: staffActorOf(account, await openStaffSession(db(), { token, staffId: account.id, address: '127.0.0.1', agent: 'load', now: Date.now() })) }
  }))
}

export type Tokens = Readonly<Record<'reviewer' | 'desk' | 'auditor' | 'clerk' | 'admin', string>>

/** One of each role and both administrators, with the cookies of their sessions. */
async function officersOf(county: string): Promise<{ officers: Officers; tokens: Tokens }> {
  const two = async (role: StaffRole) => {
    const [first, second = first] = await signedIn(county, role)
    if (!first || !second) throw new Error(`no ${role} of the load`)
    return [first, second] as const
  }
  const [[reviewer], [desk], [auditor], [clerk], [admin, other]] = [await two('reviewer'), await two('desk'), await two('auditor'), await two('school'), await two('admin')]
  return {
    officers: { reviewer: reviewer.actor, desk: desk.actor, auditor: auditor.actor, clerk: clerk.actor, admins: [admin.actor, other.actor] },
    tokens: { reviewer: reviewer.token, desk: desk.token, auditor: auditor.token, clerk: clerk.token, admin: admin.token },
  }
}
