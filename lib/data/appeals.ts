import 'server-only'
import type { GuardianActor } from '@/lib/domain/actor'
import { appealClaim, type AppealClaim } from '@/lib/domain/appeal-claims'
import { guardiansOfClaim } from '@/lib/domain/appeal-claimants'
import { requirement, requirementsOf, wantedDocument, wantedRequirements, type Requirement, type WantedDocument } from '@/lib/domain/appeal-requirements'
import { appealStatusesWith } from '@/lib/domain/appeal-status'
import type { AppealHead } from '@/lib/domain/appeals'
import { OPEN_STATUSES } from '@/lib/domain/status'
import type { AppealKind } from '@/lib/rules'
import { z } from 'zod'
import { appealHead, appealHeadColumns, kindWord } from './appeal-heads'
import { countedRecord, findApplication, findApplicationOfAppeal, type Application } from './applications'
import { closeCasesOfAppeal } from './cases'
import { decrypt } from './cipher'
import { db, type Db, type Transaction } from './db'
import { readContent } from './json'
import type { Prisma } from './generated/client'
import type { PublishedSeason } from './seasons'

/** `wanted`: the one document that is asked for, where everything else was in order */
export type AppealDecision = { outcome: 'approved' | 'refused'; decidedAt: number; reasonCode: string | null; reason: string; wanted: WantedDocument | null }
export type AppealRound = { number: number; sentAt: number; decision: AppealDecision | null }

/** An appeal with what the form holds now and every round that was sent, the newest first. */
export type Appeal = AppealHead & { version: number; claim: AppealClaim; history: readonly AppealRound[] }

/** What a reviewer says to the family, under the application's key. `checked`: the files that were found in order. */
export const decisionContent = z.object({ schemaVersion: z.literal(1), reason: z.string(), wanted: wantedDocument.nullable().default(null), checked: z.array(z.string()).default([]) })
export type DecisionContent = z.infer<typeof decisionContent>

/** What a round froze: what was claimed, what was asked for by which version of the season, and which files were brought. */
export const roundContent = z.object({ schemaVersion: z.literal(1), claim: appealClaim, requirements: z.array(requirement), materialIds: z.array(z.string()), seasonVersionId: z.string() })
export type RoundContent = z.infer<typeof roundContent>

const select = {
  ...appealHeadColumns,
  version: true,
  answersCipher: true,
  rounds: {
    select: { number: true, sentAt: true, decision: { select: { outcome: true, decidedAt: true, reasonCode: true, contentCipher: true } } },
    orderBy: { number: 'desc' },
  },
} as const satisfies Prisma.AppealSelect

type Row = Prisma.AppealGetPayload<{ select: typeof select }>

function saidOf({ reason, wanted }: DecisionContent): Pick<AppealDecision, 'reason' | 'wanted'> {
  return { reason, wanted }
}

function toAppeal(row: Row, { key, established }: Application): Appeal {
  return {
    ...appealHead(row, established.withdrawn),
    version: row.version,
    claim: readContent(key, 'appeal', row.answersCipher, appealClaim),
    history: row.rounds.map(({ number, sentAt, decision }) => ({
      number,
      sentAt: sentAt.getTime(),
      decision: decision && {
        outcome: decision.outcome === 'approved' ? 'approved' : 'refused',
        decidedAt: decision.decidedAt.getTime(),
        reasonCode: decision.reasonCode,
        ...saidOf(readContent(key, 'appeal-decision', decision.contentCipher, decisionContent)),
      },
    })),
  }
}

/** The newest appeal of a kind that counts in the application's county, of an application that the caller has been given. */
export async function newestAppeal(application: Application, kind: AppealKind, on: Db = db()): Promise<Appeal | null> {
  const row = await on.appeal.findFirst({
    where: { applicationId: application.id, county: application.county, kind, status: { not: 'withdrawn' } },
    select,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return row && toAppeal(row, application)
}

/** This guardian's own appeal with its application; somebody else's is not there at all. */
export async function findAppeal(actor: GuardianActor, appealId: string): Promise<{ appeal: Appeal; application: Application } | null> {
  const row = await db().appeal.findFirst({ where: { id: appealId, application: { guardianId: actor.guardianId } }, select: { ...select, applicationId: true } })
  const application = row && (await findApplication(actor, row.applicationId))
  return row && application ? { appeal: toAppeal(row, application), application } : null
}

/** Any family's, for those who decide: callers have checked who asks. */
export async function findAppealToDecide(on: Db, appealId: string): Promise<{ appeal: Appeal; application: Application } | null> {
  const application = await findApplicationOfAppeal(on, appealId)
  const row = application && (await on.appeal.findUnique({ where: { id: appealId }, select }))
  return application && row ? { appeal: toAppeal(row, application), application } : null
}

/** An appeal of an application that the caller has been given. */
export async function findAppealOf(on: Db, application: Application, appealId: string): Promise<Appeal | null> {
  const row = await on.appeal.findUnique({ where: { id: appealId, applicationId: application.id }, select })
  return row && toAppeal(row, application)
}

/**
 * What this appeal must bring, by the season's table and the guardians that it names; before that what reviewers have asked
 * for since, the newest first.
 */
export function appealRequirements({ kind, ground, createdAt, claim, history }: Pick<Appeal, 'kind' | 'ground' | 'createdAt' | 'claim' | 'history'>, application: Application, { season }: PublishedSeason): Requirement[] {
  const guardians = guardiansOfClaim(claim, countedRecord(application)?.value.guardians ?? [])
  const wanted = history.flatMap(({ decision }) => decision?.wanted ?? [])
  return [...wantedRequirements(wanted), ...requirementsOf(season.materials, { kind, ground, guardians: guardians.length, at: createdAt })]
}

/** The children of whom somebody whom the record does not name claims, at this moment, to be a guardian; not who. */
export async function listClaimedChildren({ guardianId, assisted }: GuardianActor): Promise<string[]> {
  const county = assisted?.county ?? null
  const rows = await db().$queryRaw<{ id_number_cipher: string }[]>`
    SELECT DISTINCT ON (s.id) s.id_number_cipher
    FROM guardianships own
    JOIN students s ON s.id = own.student_id
    JOIN applications a ON a.student_id = s.id AND a.status = ANY(${[...OPEN_STATUSES]}::application_status[]) AND a.guardian_id <> own.guardian_id
    JOIN appeals p ON p.application_id = a.id AND p.kind = 'GUARDIAN_MISMATCH' AND p.status = 'waiting'
    WHERE own.guardian_id = ${guardianId}::uuid AND (${county}::text IS NULL OR a.county = ${county})
      AND NOT EXISTS (SELECT 1 FROM guardianships theirs WHERE theirs.student_id = s.id AND theirs.guardian_id = a.guardian_id)`
  return rows.map((row) => decrypt('students.id_number', row.id_number_cipher))
}

/**
 * Ends what is still open of a registration that ends itself, by submission or withdrawal: nobody decides it any more.
 * @returns those that were ended
 */
export async function closeOpenAppeals(transaction: Transaction, { id: applicationId }: Pick<Application, 'id'>, at: Date): Promise<{ kind: AppealKind }[]> {
  // As they stand now, not as they were read: one may have been begun or sent since. The caller holds the application.
  const closed = await transaction.appeal.updateManyAndReturn({
    where: { applicationId, status: { in: appealStatusesWith('withdraw') } },
    data: { status: 'withdrawn', version: { increment: 1 }, updatedAt: at },
    select: { id: true, kind: true },
  })
  for (const { id } of closed) await closeCasesOfAppeal(transaction, id, null, at)
  return closed.map(({ kind }) => ({ kind: kindWord.parse(kind) }))
}

/** What is not sent yet, or was refused, goes to another county with its registration. The caller holds the application. */
export async function moveOpenAppeals(transaction: Transaction, applicationId: string, to: { county: string; year: number }): Promise<void> {
  await transaction.appeal.updateMany({ where: { applicationId, status: { in: appealStatusesWith('send') } }, data: { ...to, version: { increment: 1 } } })
}
