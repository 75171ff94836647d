import { readAuditFilters } from '@/lib/domain/audit-filters'
import { readClock } from '@/lib/clock'
import { findAuditActor, findAuditEvent, findAuditFamily, listAudit, readSealing } from '@/lib/data/audit'
import { db } from '@/lib/data/db'
import type { PublishedSeason } from '@/lib/data/seasons'
import { aFamilyOf, anOfficer, type Question } from './sample'

export async function ofAudit({ county }: PublishedSeason): Promise<Question[]> {
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
