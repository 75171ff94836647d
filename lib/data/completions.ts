import 'server-only'
import type { AppealKind } from '@/lib/rules'
import { leftToTheDesk, type LeftToTheDesk } from '@/lib/domain/appeals'
import type { Assisting, GuardianActor, Now, StaffActor } from '@/lib/domain/actor'
import { completionContent, type CompletionContent } from '@/lib/domain/completion'
import type { ProposalHead } from '@/lib/domain/proposals'
import { applicationColumns, childAs, holdDraft, ownedBy, toApplication, type Application } from './applications'
import { prepareConfirmation, type Confirmation } from './confirmations'
import { db, type Db, type Transaction } from './db'
import { Prisma } from './generated/client'
import { actorOf, identityColumns } from './guardians'
import { addProposal, decisionNote, findProposal, readDecision, readProposal } from './proposals'
import { getPublishedSeason, listPublishedSeasons, type PublishedSeason } from './seasons'
import { staffNames } from './staff'

/** A registration that an appeal left open at the season's close and that can be completed now (R-18). */
export type Completable = {
  application: Application
  guardian: GuardianActor
  child: string
  kind: AppealKind
  /** why it is the desk's: the approval stands, was taken back, or two officers have verified what was missing */
  because: LeftToTheDesk['because']
  /** another appeal of this registration that waits for a reviewer */
  waiting: AppealKind | null
  /** when the round was sent that waited at the close: everything is judged as of then */
  judgedAt: number
  decidedAt: number
  /** what came of the newest try to complete or to end it: it waits for the second officer, or was sent back with a note */
  proposal: { id: string; kind: 'completion' | 'ending'; status: 'waiting' | 'refused'; note: string } | null
}

const select = {
  sentAt: true,
  appeal: {
    select: {
      id: true,
      application: {
        select: {
          ...applicationColumns,
          guardian: { select: identityColumns },
          proposals: { where: { kind: { in: ['completion', 'ending'] }, status: { in: ['waiting', 'refused'] } }, select: { id: true, kind: true, status: true, decisionCipher: true }, orderBy: { id: 'desc' }, take: 1 },
        },
      },
    },
  },
} as const satisfies Prisma.AppealRoundSelect

const AT_ONCE = 200

/**
 * A season's registrations with an appeal that waited when the season closed and that the desk finishes now: approved, also
 * where that was taken back since, or refused and the rest verified by the desk. Those that wait longest come first. None
 * while the season is open, nor where the season says that nothing is completed after it.
 * @param at the season's clock, milliseconds
 */
export async function listCompletable(on: Db, { county, year, season: { settings } }: PublishedSeason, at: number, applicationId?: string): Promise<Completable[]> {
  if (at < settings.closesAt || settings.review.afterClose === 'never') return []
  const closed = new Date(settings.closesAt)
  return completableOf(on, await heldOpen(on, { county, year, closed }, applicationId), closed)
}

async function completableOf(on: Db, held: readonly Held[], closed: Date): Promise<Completable[]> {
  const rounds = await on.appealRound.findMany({ where: { appealId: { in: held.map((one) => one.appealId) }, sentAt: { lt: closed }, decision: { decidedAt: { gte: closed } } }, select, orderBy: { sentAt: 'asc' } })
  // Of several appeals the one that was sent last had most of the registration before it.
  return [...new Map(rounds.flatMap((round) => {
    const one = toCompletable(round, closed)
    return one ? [[one.application.id, one]] : []
  })).values()]
}

/** How many those are, up to as many as a list holds. Opened is only what was refused: what still counts of what was verified since, no column says. */
export async function countCompletable(on: Db, { county, year, season: { settings } }: PublishedSeason, at: number): Promise<number> {
  if (at < settings.closesAt || settings.review.afterClose === 'never') return 0
  const closed = new Date(settings.closesAt)
  const held = await heldOpen(on, { county, year, closed })
  const approved = new Set(held.filter((one) => one.approved).map((one) => one.applicationId))
  const refused = held.filter((one) => !approved.has(one.applicationId))
  return approved.size + (refused.length > 0 ? (await completableOf(on, refused, closed)).length : 0)
}

type Held = { appealId: string; applicationId: string; approved: boolean }

/**
 * Appeals of which a round waited at the close, by its case, and which are approved, or refused and the desk has verified
 * something since the close. Of a child whom another guardian has registered nothing is left to be completed.
 */
async function heldOpen(on: Db, { county, year, closed }: { county: string; year: number; closed: Date }, applicationId?: string): Promise<Held[]> {
  return on.$queryRaw<Held[]>`
    SELECT c.appeal_id AS "appealId", c.application_id AS "applicationId", p.status = 'approved' AS approved FROM review_cases c JOIN appeals p ON p.id = c.appeal_id
    JOIN applications a ON a.id = c.application_id AND a.county = c.county AND a.year = c.year AND a.status = 'draft' AND a.wrapped_key IS NOT NULL
    WHERE c.county = ${county} AND c.year = ${year} AND c.outcome IS NOT NULL AND c.opened_at < ${closed} AND c.closed_at >= ${closed}
      ${applicationId ? Prisma.sql`AND c.application_id = ${applicationId}::uuid` : Prisma.empty}
      AND (p.status = 'approved' OR p.status = 'refused' AND EXISTS (
        SELECT FROM establishments e WHERE e.application_id = c.application_id AND e.kind IN ('record', 'property', 'address-match') AND e.established_at >= ${closed}))
      AND NOT EXISTS (SELECT FROM submissions s WHERE s.student_id = a.student_id AND s.year = a.year)
    ORDER BY c.opened_at LIMIT ${AT_ONCE}`
}

/** Null of a family that was erased, and where nothing that the desk verified counts any more. */
function toCompletable({ sentAt, appeal }: Prisma.AppealRoundGetPayload<{ select: typeof select }>, closed: Date): Completable | null {
  const application = toApplication(appeal.application)
  const head = application?.appeals.find((one) => one.id === appeal.id)
  const left = application && leftToTheDesk(application, { closesAt: closed.getTime() })
  if (!head || !left) return null
  const guardian = actorOf(appeal.application.guardian)
  const [proposal] = appeal.application.proposals
  return {
    application,
    guardian,
    child: childAs(application, guardian.idNumber),
    kind: head.kind,
    because: left.because,
    waiting: application.appeals.find(({ status }) => status === 'waiting')?.kind ?? null,
    judgedAt: sentAt.getTime(),
    decidedAt: head.decidedAt ?? sentAt.getTime(),
    proposal: proposal ? { id: proposal.id, kind: proposal.kind === 'ending' ? 'ending' : 'completion', status: proposal.status === 'waiting' ? 'waiting' : 'refused', note: decisionNote(application.key, proposal.decisionCipher) } : null,
  }
}

/** The same of every season of a county: what last year's close left open is still there when this year's opens. */
export async function listCompletableOf(on: Db, county: string, at: number, applicationId?: string): Promise<Completable[]> {
  const found: Completable[] = []
  for (const published of await listPublishedSeasons(county, on)) found.push(...(await listCompletable(on, published, at, applicationId)))
  return found
}

type Proposing = { staffId: string; application: Application; content: CompletionContent; now: Now }

/**
 * Lays a completed registration before the second officer. The same one is laid once; one that was read and submitted anew
 * takes the place of the one before, and of a colleague's proposal that it cannot be completed.
 * @returns null when the draft was submitted or withdrawn since it was read
 */
export async function proposeCompletion(transaction: Transaction, { staffId, application, content, now }: Proposing): Promise<string | null> {
  if (!(await holdDraft(transaction, application))) return null
  const mine = { applicationId: application.id, kind: 'completion', status: 'waiting' } as const
  for (const { id } of await transaction.proposal.findMany({ where: mine, select: { id: true } })) {
    const before = await readProposal(transaction, { id }, application.key, completionContent)
    if (before.fingerprint === content.fingerprint && before.judgedAt === content.judgedAt) return id
  }
  await transaction.proposal.updateMany({ where: { ...mine, kind: { in: ['completion', 'ending'] } }, data: { status: 'withdrawn', decidedById: staffId, decidedAt: new Date(now.season) } })
  return addProposal(transaction, { actor: { staffId }, application, kind: 'completion', content, now })
}

/** Whether a registration of any family waits for the second officer: callers have checked who asks. */
export async function isCompletionUnderWay(applicationId: string): Promise<boolean> {
  return (await db().proposal.count({ where: { applicationId, kind: 'completion', status: 'waiting' } })) > 0
}

/** Which of this guardian's registrations wait for the second officer. */
export async function listCompletionsUnderWay(actor: GuardianActor): Promise<ReadonlySet<string>> {
  const rows = await db().proposal.findMany({ where: { kind: 'completion', status: 'waiting', application: ownedBy(actor) }, select: { applicationId: true } })
  return new Set(rows.map((row) => row.applicationId))
}

/** A completed registration as it lies before the second officer. */
export type ProposedCompletion = {
  proposal: ProposalHead
  content: CompletionContent
  application: Application
  /** whose registration it is, with the officer who completed it */
  guardian: GuardianActor & { assisted: Assisting }
  published: PublishedSeason
  /** as it would be submitted now; null while the answers do not reach that far any more */
  confirmation: Confirmation | null
  /** whether that still is what was read and submitted at the desk */
  isCurrent: boolean
  decision: { decidedBy: string; decidedAt: number; note: string } | null
}

/** One of the officer's own county; another county's, or something else that was proposed, is not there at all. */
export async function findProposedCompletion(on: Db, { county }: Pick<StaffActor, 'county'>, proposalId: string): Promise<ProposedCompletion | null> {
  const proposal = await findProposal(on, { county }, proposalId)
  if (proposal?.kind !== 'completion') return null
  const row = await on.application.findFirst({ where: { id: proposal.applicationId, county }, select: { ...applicationColumns, guardian: { select: identityColumns } } })
  const application = row && toApplication(row)
  const published = await getPublishedSeason(county, proposal.year, on)
  if (!application || !published) return null
  const content = await readProposal(on, proposal, application.key, completionContent)
  const { judgedAt, assistanceId } = content
  const decided = await readDecision(on, proposal, application.key)
  const names = await staffNames(on, [proposal.proposedById, ...(decided ? [decided.decidedById] : [])])
  const decision = decided && { ...decided, decidedBy: names.get(decided.decidedById) ?? '' }
  const assisted = { assistanceId, staffId: proposal.proposedById, officer: names.get(proposal.proposedById) ?? '', county, completion: { applicationId: application.id, judgedAt } }
  const guardian = { ...actorOf(row.guardian), assisted }
  const confirmation = prepareConfirmation(guardian, application, published, judgedAt)
  const isCurrent = application.status === 'draft' && confirmation?.fingerprint === content.fingerprint && confirmation.determination.admissible
  return { proposal, content, application, guardian, published, confirmation, isCurrent, decision }
}
