import type { StaffActor } from '@/lib/domain/actor'
import { readAuditFilters } from '@/lib/domain/audit-filters'
import { readClock } from '@/lib/clock'
import { findAuditActor, findAuditEvent, findAuditFamily, listAudit, readSealing } from '@/lib/data/audit'
import { unwrapApplicationKey } from '@/lib/data/cipher'
import { db } from '@/lib/data/db'
import { actorOf, identityColumns } from '@/lib/data/guardians'
import { readContent } from '@/lib/data/json'
import { readOverview } from '@/lib/data/overview'
import { getPublishedSeason, type PublishedSeason } from '@/lib/data/seasons'
import { staffActorOf } from '@/lib/data/staff'
import { listingDetail } from '@/lib/domain/listing'
import type { StaffRole } from '@/lib/domain/staff'

export type Question = { page: string; what: string; ask: () => Promise<unknown> }

/** A submitted family out of the middle of the county: what an officer would search by. */
async function aFamilyOf(county: string) {
  const listing = await db().listing.findFirstOrThrow({
    where: { county, status: 'submitted', homeIndex: { not: null } },
    orderBy: { applicationId: 'asc' },
    skip: 500,
    select: { receiptNumber: true, detailCipher: true, application: { select: { wrappedKey: true, guardian: { select: identityColumns } } } },
  })
  const { wrappedKey, guardian } = listing.application
  if (!wrappedKey) throw new Error('a family of the load without its key')
  return { guardian: actorOf(guardian), receiptNumber: listing.receiptNumber ?? '', detail: readContent(unwrapApplicationKey(wrappedKey), 'listing', listing.detailCipher, listingDetail) }
}

async function anOfficer(county: string, role: StaffRole): Promise<StaffActor> {
  return staffActorOf(await db().staffAccount.findFirstOrThrow({ where: { county, role, username: { startsWith: 'load-' } } }), 'none')
}

/** What the county's pages ask the database, by the data functions that they ask it with. */
export async function questionsOf(county: string): Promise<Question[]> {
  const published = await getPublishedSeason(county)
  if (!published) throw new Error(`no season of ${county}`)
  return [...(await ofOverview(published)), ...(await ofAudit(county))]
}

async function ofOverview(published: PublishedSeason): Promise<Question[]> {
  const now = await readClock()
  return [{ page: 'overview', what: 'every figure', ask: () => readOverview(published, now.season) }]
}

async function ofAudit(county: string): Promise<Question[]> {
  const [family, auditor, reviewer, now] = await Promise.all([aFamilyOf(county), anOfficer(county, 'auditor'), anOfficer(county, 'reviewer'), readClock()])
  const { guardian, receiptNumber } = family
  const list = (query: Record<string, string>) => () => listAudit(auditor, readAuditFilters(query))
  const lines = async (query: Record<string, string>) => (await listAudit(auditor, readAuditFilters(query))).lines
  const [familyId, eldest, newest] = [await findAuditFamily(auditor, receiptNumber), (await db().auditEvent.findFirstOrThrow({ where: { county }, orderBy: { id: 'asc' } })).at, (await lines({})).at(-1)]
  const day = new Date(eldest.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10)
  return [
    { page: 'audit', what: 'the newest', ask: list({}) },
    { page: 'audit', what: 'the next page', ask: list({ before: newest?.id ?? '' }) },
    { page: 'audit', what: 'one act', ask: list({ type: 'appeal-refused' }) },
    { page: 'audit', what: 'a rare act', ask: list({ type: 'season-published' }) },
    { page: 'audit', what: 'a day long ago', ask: list({ from: day, to: day }) },
    { page: 'audit', what: 'one officer', ask: list({ actor: reviewer.staffId }) },
    { page: 'audit', what: 'one officer, one act', ask: list({ actor: reviewer.staffId, type: 'case-opened' }) },
    { page: 'audit', what: 'one family', ask: list({ family: familyId ?? '' }) },
    { page: 'audit', what: 'person by ID number', ask: () => findAuditActor(auditor, guardian.idNumber) },
    { page: 'audit', what: 'family by receipt', ask: () => findAuditFamily(auditor, receiptNumber) },
    { page: 'audit', what: 'one event, opened', ask: () => findAuditEvent(auditor, newest?.id ?? '') },
    { page: 'audit', what: 'how sealing stands', ask: () => readSealing(now.real) },
  ]
}
