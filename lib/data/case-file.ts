import 'server-only'
import { parseFacts, type Facts } from '@/lib/rules'
import type { GuardianActor, StaffActor } from '@/lib/domain/actor'
import { AUDIT_REASONS, CASE_KINDS, type AuditReason, type CaseKind } from '@/lib/domain/cases'
import type { DeskKind } from '@/lib/domain/desk-entries'
import { submissionContent, type SubmissionContent } from '@/lib/domain/submission'
import type { KnownOfSubmission } from '@/lib/domain/submission-comparison'
import { z } from 'zod'
import { decisionContent, findAppealOf, roundContent, type Appeal, type AppealDecision, type RoundContent } from './appeals'
import { applicationColumns, toApplication, valuesOf, type Application } from './applications'
import { findContested, type Contested } from './contested'
import type { Db } from './db'
import { listScansBehind, type DeskScan } from './desk-scans'
import { actorOf, identityColumns } from './guardians'
import { readContent } from './json'
import { listSentMaterials, type Material } from './materials'
import { getPublishedSeason, getSeasonVersion, type PublishedSeason } from './seasons'
import { listSubmissionRounds, type SubmissionRound } from './submission-rounds'
import type { Prisma } from './generated/client'

/** A round as the county reads it: what it froze, with its files, and what was said of it by whom. */
export type CaseRound = RoundContent & { appealId: string; number: number; sentAt: number; files: readonly Material[]; decision: (AppealDecision & { by: string; checked: readonly string[] }) | null }

/** What a submission froze, and how it and those before it went. */
export type CaseSubmission = Omit<SubmissionContent, 'facts'> & { facts: Facts | null; catchmentRow: string | null; id: string; round: number; submittedAt: number; receiptNumber: string; /** what the desk had scanned for what it entered */ scans: readonly (DeskScan & { kind: DeskKind })[]; all: readonly SubmissionRound[] }

export type CaseFile = {
  id: string
  kind: CaseKind
  because: AuditReason | null
  round: number
  open: boolean
  openedAt: number
  dueAt: number
  /** who has it in hand, until when in real time; null where nobody has */
  claim: { staffId: string; name: string; until: number } | null
  application: Application
  /** whose registration it is, as the rules and the family's pages see it */
  guardian: GuardianActor
  /** the newest version, but where a frozen submission is looked at the one that judged it */
  published: PublishedSeason
  /** every round of the appeal, or of all appeals behind the submission; the newest first */
  rounds: readonly CaseRound[]
  /** of an appeal: every round of the family's other appeals of that kind, what it took back and began anew among them; the newest first */
  others: readonly CaseRound[]
  /** where the family has sent a newer round of this appeal */
  newerCaseId: string | null
} & ({ is: 'appeal'; appeal: Appeal } | { is: 'submission'; submission: CaseSubmission } | { is: 'objection'; submission: CaseSubmission; contested: Contested })

const submissionColumns = { id: true, round: true, submittedAt: true, receiptNumber: true, seasonVersionId: true, catchmentRow: true, contentCipher: true } as const satisfies Prisma.SubmissionSelect

const columns = {
  id: true, kind: true, because: true, round: true, status: true, openedAt: true, dueAt: true, appealId: true, objectionId: true, claimedUntil: true,
  claimedBy: { select: { id: true, name: true } },
  submission: { select: submissionColumns },
  application: { select: { ...applicationColumns, guardian: { select: identityColumns } } },
} as const satisfies Prisma.ReviewCaseSelect
type Frozen = Prisma.SubmissionGetPayload<{ select: typeof submissionColumns }>

const caseKind = z.enum(CASE_KINDS)
const auditReason = z.enum(AUDIT_REASONS)

/**
 * A case of the officer's own county with everything that is decided on; another county's is not there at all, nor is
 * an erased family's, nor one whose registration has gone to another county since. @param real real time, milliseconds
 */
export async function findCaseFile(on: Db, { county }: Pick<StaffActor, 'county'>, id: string, real: number): Promise<CaseFile | null> {
  const row = await on.reviewCase.findFirst({ where: { id, county, application: { county } }, select: columns })
  const application = row && toApplication(row.application)
  if (!row || !application) return null
  const contested = row.objectionId ? await findContested(on, { county }, application, row.objectionId) : null
  const frozen = row.submission ?? (contested && (await on.submission.findUniqueOrThrow({ where: { id: contested.submissionId }, select: submissionColumns })))
  const published = frozen ? await getSeasonVersion(frozen.seasonVersionId, on) : await getPublishedSeason(county, application.year, on)
  const decided = row.appealId ? await findAppealOf(on, application, row.appealId) : null
  const submission = frozen && (await submissionOf(on, frozen, application))
  const subject = submission ? (contested ? { is: 'objection' as const, submission, contested } : { is: 'submission' as const, submission }) : decided && { is: 'appeal' as const, appeal: decided }
  if (!published || !subject) return null
  const until = row.claimedUntil?.getTime() ?? 0
  return {
    ...subject,
    id: row.id, kind: caseKind.parse(row.kind), because: row.because === null ? null : auditReason.parse(row.because), round: row.round,
    open: row.status === 'open', openedAt: row.openedAt.getTime(), dueAt: row.dueAt.getTime(),
    claim: row.status === 'open' && row.claimedBy && until > real ? { staffId: row.claimedBy.id, name: row.claimedBy.name, until } : null,
    application, published, guardian: actorOf(row.application.guardian),
    rounds: await listRounds(on, application, row.appealId ? [row.appealId] : application.appeals.map((appeal) => appeal.id)),
    others: decided ? await listRounds(on, application, await otherAppeals(on, application, decided)) : [],
    newerCaseId: row.appealId ? await newerCaseOf(on, row.appealId, row.round) : null,
  }
}

/** Somebody who was refused and starts over is not a new family: what was said before belongs to what is decided now. */
async function otherAppeals(on: Db, { id, county }: Application, appeal: Pick<Appeal, 'id' | 'kind'>): Promise<string[]> {
  const rows = await on.appeal.findMany({ where: { applicationId: id, county, kind: appeal.kind, id: { not: appeal.id }, round: { gt: 0 } }, select: { id: true } })
  return rows.map((row) => row.id)
}

async function newerCaseOf(on: Db, appealId: string, round: number): Promise<string | null> {
  const newer = await on.reviewCase.findFirst({ where: { appealId, round: { gt: round } }, select: { id: true }, orderBy: { round: 'desc' } })
  return newer?.id ?? null
}

async function submissionOf(on: Db, { id, round, submittedAt, receiptNumber, catchmentRow, contentCipher }: Frozen, application: Application): Promise<CaseSubmission> {
  const { key } = application
  const content = readContent(key, 'submission', contentCipher, submissionContent)
  const judged = parseFacts(content.facts)
  return {
    ...content,
    facts: judged.ok ? judged.facts : null,
    id, round, receiptNumber, catchmentRow, submittedAt: submittedAt.getTime(),
    scans: await listScansBehind(on, application, submittedAt),
    all: await listSubmissionRounds(on, application),
  }
}

const roundColumns = {
  appealId: true, number: true, sentAt: true, contentCipher: true,
  decision: { select: { outcome: true, decidedAt: true, decidedBy: true, reasonCode: true, contentCipher: true } },
} as const satisfies Prisma.AppealRoundSelect

async function listRounds(on: Db, { key }: Application, appealIds: readonly string[]): Promise<CaseRound[]> {
  if (appealIds.length === 0) return []
  const rows = await on.appealRound.findMany({ where: { appealId: { in: [...appealIds] } }, select: roundColumns, orderBy: [{ sentAt: 'desc' }, { number: 'desc' }] })
  const materials = new Map((await listSentMaterials({ key }, appealIds, on)).map((material) => [material.id, material]))
  return rows.map(({ appealId, number, sentAt, contentCipher, decision }) => {
    const content = readContent(key, 'appeal-round', contentCipher, roundContent)
    const said = decision && readContent(key, 'appeal-decision', decision.contentCipher, decisionContent)
    return {
      ...content,
      appealId, number, sentAt: sentAt.getTime(),
      files: content.materialIds.flatMap((id) => materials.get(id) ?? []),
      decision: decision && said && {
        outcome: decision.outcome === 'approved' ? 'approved' : 'refused', decidedAt: decision.decidedAt.getTime(), by: decision.decidedBy,
        reasonCode: decision.reasonCode, reason: said.reason, wanted: said.wanted, checked: said.checked,
      },
    }
  })
}

/** What the registers say of the family of a case. The record is the one that the claim was made against: what its own approval established is no register's answer. */
export function knownOf({ application: { established, findings }, rounds, round, is }: CaseFile): { known: KnownOfSubmission; source: 'registry' | 'county' } {
  const decidedAt = is === 'appeal' ? (rounds.find((one) => one.number === round)?.decision?.decidedAt ?? Infinity) : Infinity
  const record = established.record && established.record.at < decidedAt ? established.record.value : null
  const values = valuesOf(findings)
  return {
    source: record ? 'county' : 'registry',
    known: { ...values, record: record ?? values.record },
  }
}
