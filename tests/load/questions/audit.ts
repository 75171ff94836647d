import { readAuditFilters } from '@/lib/domain/audit-filters'
import { readClock } from '@/lib/clock'
import { openAuditEvent } from '@/lib/commands/open-audit-event'
import { findAuditActor, findAuditFamily, listAudit, readSealing } from '@/lib/data/audit'
import { countByOfficer } from '@/lib/data/audit-counts'
import { db } from '@/lib/data/db'
import type { Question, World } from './sample'

const page = '/console/audit'
const dayOf = (at: Date) => new Date(at.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10)

/** The busiest of the officers is the one who published: an event for each family, all on one day. */
export async function ofAudit({ published: { county }, officers: { auditor, reviewer, admins: [, busiest] }, family: { guardian, receiptNumber } }: World): Promise<Question[]> {
  const now = await readClock()
  const list = (what: string, query: Record<string, string>): Question => ({ page, what, ask: () => listAudit(auditor, readAuditFilters(query)) })
  const { lines } = await listAudit(auditor, readAuditFilters({}))
  const newest = lines.at(-1)?.id ?? ''
  const [familyId, eldest, told] = await Promise.all([
    findAuditFamily(auditor, receiptNumber),
    db().auditEvent.findFirstOrThrow({ where: { county }, orderBy: [{ at: 'asc' }, { id: 'asc' }], skip: 100 }),
    db().auditEvent.findFirstOrThrow({ where: { county, type: 'allocation-published' }, orderBy: [{ at: 'asc' }, { id: 'asc' }], skip: 100 }),
  ])
  const [day, busy] = [dayOf(eldest.at), dayOf(told.at)]
  const theirs = { actor: busiest.staffId }
  return [
    list('the newest', {}),
    list('the next page', { before: newest }),
    list('the last page', { before: String(eldest.id) }),
    list('one act', { type: 'appeal-refused' }),
    list('a rare act', { type: 'season-published' }),
    list('an act that nobody did', { type: 'staff-locked' }),
    list('a common act, the last page', { type: 'step-saved', before: String(eldest.id) }),
    list('a day long ago', { from: day, to: day }),
    list('the busiest day', { from: busy, to: busy }),
    list('the busiest day, its last page', { from: busy, to: busy, before: String(told.id) }),
    list('one act on the busiest day', { from: busy, to: busy, type: 'allocation-published' }),
    list('an act that nobody did on the busiest day', { from: busy, to: busy, type: 'staff-locked' }),
    list('one officer', { actor: reviewer.staffId }),
    list('one officer, one act', { actor: reviewer.staffId, type: 'case-opened' }),
    list('the busiest officer', theirs),
    list('the busiest officer, an act that is not theirs', { ...theirs, type: 'case-opened' }),
    list('the busiest officer, a day on which they did nothing', { ...theirs, from: day, to: day }),
    list('the busiest officer, a family', { ...theirs, family: familyId ?? '' }),
    list('one family', { family: familyId ?? '' }),
    list('one family, one act, one day', { family: familyId ?? '', type: 'step-saved', from: day, to: day }),
    { page, what: 'who did a common act how often', ask: () => countByOfficer(auditor, readAuditFilters({ type: 'step-saved' })) },
    { page, what: 'how often the busiest officer did one act', ask: () => countByOfficer(auditor, readAuditFilters({ ...theirs, type: 'allocation-published' })) },
    { page, what: 'person by ID number', ask: () => findAuditActor(auditor, guardian.idNumber) },
    { page, what: 'family by receipt', ask: () => findAuditFamily(auditor, receiptNumber) },
    { page, what: 'how sealing stands', ask: () => readSealing(now.real) },
    { page: '/console/audit/[eventId]', what: 'one event, opened', ask: () => openAuditEvent({ actor: auditor, eventId: newest }) },
  ]
}
