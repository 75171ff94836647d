import 'server-only'
import { z } from 'zod'
import type { AdmissionResult } from '@/lib/domain/admission'
import { AUDIT_ACTORS, AUDIT_EVENT_TYPES, type AuditActorKind, type AuditEventType } from '@/lib/domain/audit'
import type { AppealHead } from '@/lib/domain/appeals'
import { endingContent } from '@/lib/domain/completion'
import { deskEntry } from '@/lib/domain/desk-entries'
import { proposalKind, returnSubmissionContent, type ProposalHead } from '@/lib/domain/proposals'
import { listResults } from './admission-results'
import { appealHead, appealHeadColumns } from './appeal-heads'
import type { Application } from './applications'
import type { ApplicationKey } from './cipher'
import { listNotes, type CaseNote } from './case-notes'
import { db } from './db'
import { readContent } from './json'
import { listTold, type Told } from './messages'
import { decisionNote } from './proposals'
import { staffNames } from './staff'

/** A round of an appeal that the county has had before it: `caseId` leads to it. */
export type FiledRound = { caseId: string | null; number: number; sentAt: number; decision: { outcome: string; at: number; by: string } | null }
export type FiledAppeal = AppealHead & { rounds: readonly FiledRound[] }
/** `reason`: of a return what the family is to correct, of an ending what it reads, of a withdrawal what was confirmed wrongly; null where the content has a page of its own. */
export type FiledProposal = Pick<ProposalHead, 'id' | 'kind'> & { status: Exclude<ProposalHead['status'], 'draft'> } & { at: number; by: string; reason: string | null; decided: { at: number; by: string; note: string } | null }
/** A line of the audit log about this registration; real time. */
export type FiledEvent = { id: string; at: number; type: AuditEventType; actor: AuditActorKind; by: string | null }

export type ApplicationHistory = {
  /** what the allocation's publication and later decisions told the family, the newest first */
  results: readonly AdmissionResult[]
  appeals: readonly FiledAppeal[]
  proposals: readonly FiledProposal[]
  notes: readonly CaseNote[]
  messages: readonly Told[]
  events: readonly FiledEvent[]
}

/** So many lines of the log a page has; the auditor's pages have all of them. */
const EVENTS = 200

/** What has happened to a registration that the caller has been given, by whose hand. */
export async function findApplicationHistory(application: Application): Promise<ApplicationHistory> {
  const [results, appeals, proposals, notes, messages, events] = await Promise.all([
    listResults(application.id), listAppeals(application), listProposals(application), listNotes(db(), application), listTold(application), listEvents(application),
  ])
  return { results, appeals, proposals, notes, messages, events }
}

async function listAppeals({ id, county, established }: Application): Promise<FiledAppeal[]> {
  const rows = await db().appeal.findMany({
    where: { applicationId: id, county },
    select: {
      ...appealHeadColumns,
      rounds: { select: { number: true, sentAt: true, decision: { select: { outcome: true, decidedAt: true, decidedBy: true } } }, orderBy: { number: 'desc' } },
      cases: { where: { county }, select: { id: true, round: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ cases, ...row }) => ({
    ...appealHead(row, established.withdrawn),
    rounds: row.rounds.map(({ number, sentAt, decision }) => ({
      number,
      sentAt: sentAt.getTime(),
      caseId: cases.find((one) => one.round === number)?.id ?? null,
      decision: decision && { outcome: decision.outcome, at: decision.decidedAt.getTime(), by: decision.decidedBy },
    })),
  }))
}

/** A draft of the desk's nobody but its officer has before them yet. */
async function listProposals({ id, county, key }: Application): Promise<FiledProposal[]> {
  const rows = await db().proposal.findMany({ where: { applicationId: id, county }, select: { id: true, kind: true, status: true, proposedById: true, proposedAt: true, decidedById: true, decidedAt: true, contentCipher: true, decisionCipher: true }, orderBy: { id: 'desc' } })
  const names = await staffNames(db(), rows.flatMap((row) => [row.proposedById, row.decidedById ?? row.proposedById]))
  return rows.flatMap(({ status, ...row }) => (status === 'draft' ? [] : [{
    id: row.id,
    kind: proposalKind.parse(row.kind),
    status,
    at: row.proposedAt.getTime(),
    by: names.get(row.proposedById) ?? '',
    reason: reasonOf(key, row),
    decided: row.decidedAt && { at: row.decidedAt.getTime(), by: names.get(row.decidedById ?? '') ?? '', note: decisionNote(key, row.decisionCipher) },
  }]))
}

function reasonOf(key: ApplicationKey, { kind, contentCipher }: { kind: string; contentCipher: string }): string | null {
  if (kind === 'return-submission') return readContent(key, 'proposal', contentCipher, returnSubmissionContent).reason
  if (kind === 'ending') return readContent(key, 'proposal', contentCipher, endingContent).reason
  return kind === 'withdrawal' ? readContent(key, 'proposal', contentCipher, deskEntry).why : null
}

const eventType = z.enum(AUDIT_EVENT_TYPES)
const actorKind = z.enum(AUDIT_ACTORS)

async function listEvents({ id, county }: Application): Promise<FiledEvent[]> {
  const rows = await db().auditEvent.findMany({ where: { applicationId: id, county }, select: { id: true, at: true, type: true, actorKind: true, actorId: true }, orderBy: { id: 'desc' }, take: EVENTS })
  const names = await staffNames(db(), rows.flatMap((row) => (row.actorKind === 'staff' && row.actorId ? [row.actorId] : [])))
  return rows.map((row) => ({ id: String(row.id), at: row.at.getTime(), type: eventType.parse(row.type), actor: actorKind.parse(row.actorKind), by: names.get(row.actorId ?? '') ?? null }))
}
