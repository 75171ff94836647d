import { randomUUID } from 'node:crypto'
import { writeContent } from '@/lib/data/json'
import type { DeskEntry } from '@/lib/domain/desk-entries'
import type { ProposalKind, ReturnSubmissionContent } from '@/lib/domain/proposals'
import type { Setting } from './family'
import { anEvent, type Registration } from './registration'
import type { Officer, Officers } from './review'
import { instant, type Rows } from './rows'

const HOUR_MS = 60 * 60 * 1000

/** What one officer lays before another: behind everything that was sent back, for a few that may be, and what the desk enters. */
export function whatIsProposed(rows: Rows, registration: Registration, { chance }: Setting, { admins, desk }: Officers): void {
  const { status, submissionId } = registration
  if (submissionId && (status === 'returned' || chance.next() < 0.0005)) {
    const content: ReturnSubmissionContent = { schemaVersion: 1, submissionId, reason: '户籍地址和户口簿不一致，请核对后再提交。' }
    aProposal(rows, registration, 'return-submission', content, admins, status === 'returned')
  } else if (chance.next() < 0.01) {
    const content: DeskEntry = { schemaVersion: 1, kind: 'address-match', paper: 'site-visit', why: '门牌改过，已到现场核对。', use: 'household', address: '龙津镇文峰路12号', row: 'LJ-01', known: { status: 'unmatched', row: null, byDesk: false } }
    aProposal(rows, registration, content.kind, content, desk, chance.next() < 0.9)
  }
}

function aProposal(rows: Rows, { family, at, clock }: Registration, kind: ProposalKind, content: object, [first, second]: readonly [Officer, Officer], approved: boolean): void {
  const { id: applicationId, county, year, key } = family.application
  const decidedAt = approved ? Math.min(at + HOUR_MS, clock.season) : null
  rows.add('proposals', {
    id: randomUUID(), county, year, kind, application_id: applicationId, status: approved ? 'approved' : 'waiting', proposed_by_id: first.id, proposed_at: instant(at), content_cipher: writeContent(key, 'proposal', content),
    decided_by_id: approved ? second.id : null, decided_at: decidedAt === null ? null : instant(decidedAt), decision_cipher: approved ? writeContent(key, 'proposal-decision', { schemaVersion: 1, note: '' }) : null,
  })
  if (kind === 'return-submission' && decidedAt !== null) rows.add('audit_events', anEvent(family, 'submission-returned', { kind: 'staff', id: second.id }, decidedAt + clock.ahead, { reason: '' }))
}
