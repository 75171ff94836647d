import 'server-only'
import { factsSchema, type Determination, type Facts } from '@/lib/rules'
import type { GuardianActor, StaffActor } from '@/lib/domain/actor'
import { readDetermination } from '@/lib/domain/determination'
import { submissionContent, type ShownConfirmation, type SubmissionContent } from '@/lib/domain/submission'
import { applicationColumns, toApplication, type Application } from './applications'
import { prepareConfirmation } from './confirmations'
import { db } from './db'
import { actorOf, identityColumns } from './guardians'
import { readContent } from './json'
import { answeredBy, type AnsweredBy } from './register-imports'
import { getPublishedSeason, getSeasonVersion, type PublishedSeason } from './seasons'
import type { Prisma } from './generated/client'

/** What was worked out of a family, by which version of which season (H7); what it saw of that. */
export type Judged = { determination: Determination; facts: Facts; shown: ShownConfirmation; published: PublishedSeason }

export type FiledSubmission = Judged & { id: string; round: number; receiptNumber: string; checkCode: string; submittedAt: number; agreementVersion: string } & Pick<SubmissionContent, 'assistedBy' | 'completed'>
/** What which registry said when, by which imported snapshot; the newest of a registry counts. */
export type FiledFinding = { id: string; registry: string; outcome: string; askedAt: number; version: AnsweredBy | null }
export type FiledEstablishment = { id: string; kind: string; at: number; by: string; proposalId: string | null }
/** `atTheDesk`: on paper, before which officer of this county, with the pages that were scanned of it */
export type FiledConsent = { kind: string; version: string; givenAt: number; atTheDesk: { officer: string; sheets: readonly { scanId: string; page: number }[] } | null }

export type ApplicationFile = {
  application: Application
  guardian: GuardianActor
  startedAt: number
  published: PublishedSeason
  /** the newest first: the first one holds */
  submissions: readonly FiledSubmission[]
  /** what a draft comes to now; null where it has not come so far, and where something is submitted */
  now: Judged | null
  findings: readonly FiledFinding[]
  establishments: readonly FiledEstablishment[]
  consents: readonly FiledConsent[]
}

const columns = {
  ...applicationColumns,
  findings: { ...applicationColumns.findings, select: { ...applicationColumns.findings.select, snapshotVersion: true } },
  establishments: { ...applicationColumns.establishments, select: { ...applicationColumns.establishments.select, establishedBy: true, proposalId: true } },
  createdAt: true,
  guardian: { select: identityColumns },
  submissions: {
    select: { id: true, round: true, receiptNumber: true, checkCode: true, submittedAt: true, seasonVersionId: true, contentCipher: true },
    orderBy: { round: 'desc' },
  },
  consents: {
    select: { kind: true, version: true, givenAt: true, assistance: { select: { county: true, staff: { select: { name: true } }, scans: { select: { id: true, pages: true }, orderBy: [{ position: 'asc' }, { id: 'asc' }] } } } },
    orderBy: { givenAt: 'asc' },
  },
} as const satisfies Prisma.ApplicationSelect
type Row = Prisma.ApplicationGetPayload<{ select: typeof columns }>

/**
 * Everything about a registration of the officer's own county; another county's is not there at all, nor is an erased
 * family's. @param at the season's clock, milliseconds: of a draft it is worked out what it comes to now
 */
export async function findApplicationFile({ county }: Pick<StaffActor, 'county'>, id: string, at: number): Promise<ApplicationFile | null> {
  const row = await db().application.findFirst({ where: { id, county }, select: columns })
  const application = row && toApplication(row)
  const published = application && (await getPublishedSeason(county, application.year))
  if (!row || !application || !published) return null
  const guardian = actorOf(row.guardian)
  const submissions = (await Promise.all(row.submissions.map((submission) => toSubmission(application, submission)))).filter((one) => one !== null)
  const confirmation = submissions.length === 0 ? prepareConfirmation(guardian, application, published, at) : null
  return {
    application, guardian, published, submissions,
    startedAt: row.createdAt.getTime(),
    now: confirmation && { ...confirmation, published },
    ...(await sourcesOf(row)),
    consents: row.consents.map((consent) => toConsent(consent, county)),
  }
}

/** Before whom it was signed is this county's to read only where it was this county's desk. */
function toConsent({ kind, version, givenAt, assistance }: Row['consents'][number], county: string): FiledConsent {
  const own = assistance?.county === county ? assistance : null
  const sheets = own?.scans.flatMap(({ id, pages }) => Array.from({ length: pages }, (_, index) => ({ scanId: id, page: index + 1 }))) ?? []
  return { kind, version, givenAt: givenAt.getTime(), atTheDesk: own && { officer: own.staff.name, sheets } }
}

async function toSubmission({ key }: Application, { contentCipher, seasonVersionId, submittedAt, ...row }: Row['submissions'][number]): Promise<FiledSubmission | null> {
  const content = readContent(key, 'submission', contentCipher, submissionContent)
  const published = await getSeasonVersion(seasonVersionId)
  return published && {
    ...row, published,
    submittedAt: submittedAt.getTime(),
    shown: content.shown,
    facts: factsSchema.parse(content.facts),
    determination: readDetermination(content.determination),
    agreementVersion: content.agreementVersion,
    assistedBy: content.assistedBy,
    completed: content.completed,
  }
}

/** What the registers said and what the county established, all of it, the newest first. */
async function sourcesOf({ findings, establishments }: Row): Promise<Pick<ApplicationFile, 'findings' | 'establishments'>> {
  const versionOf = await answeredBy(db(), findings)
  return {
    findings: findings.map(({ id, registry, outcome, askedAt, snapshotVersion }) => ({ id, registry, outcome, askedAt: askedAt.getTime(), version: versionOf(registry, snapshotVersion) })),
    establishments: establishments.map(({ id, kind, proposalId, establishedAt, establishedBy }) => ({ id, kind, proposalId, at: establishedAt.getTime(), by: establishedBy })),
  }
}
