import 'server-only'
import { appealClaim } from '@/lib/domain/appeal-claims'
import { maskIdNumber } from '@/lib/domain/privacy'
import { gramsOf, type ListingDetail, type TokenKind } from '@/lib/domain/listing'
import { RELATION_WORDS } from '@/lib/domain/relation'
import { submissionContent, type SubmissionContent } from '@/lib/domain/submission'
import type { GuardianActor } from '@/lib/domain/actor'
import type { DraftAnswers } from '@/lib/domain/answers'
import { writtenNumber } from '@/lib/domain/written-number'
import type { AppealKind, Season } from '@/lib/rules'
import { applicationColumns, recordNaming, toApplication, type Application } from './applications'
import { keyedIndex, keyedToken } from './cipher'
import { prepareConfirmation } from './confirmations'
import { db, type Db } from './db'
import { actorOf, identityColumns } from './guardians'
import { readContent, writeContent } from './json'
import type { Prisma } from './generated/client'
import { getPublishedSeason, getSeasonVersion, type PublishedSeason } from './seasons'

const columns = {
  ...applicationColumns,
  updatedAt: true,
  guardian: { select: identityColumns },
  submissions: {
    select: { contentCipher: true, submittedAt: true, receiptNumber: true, basis: true, categoryRow: true, placementStatus: true, schoolCode: true, catchmentRow: true, seasonVersionId: true },
    orderBy: { round: 'desc' },
    take: 1,
  },
} as const satisfies Prisma.ApplicationSelect
type Row = Prisma.ApplicationGetPayload<{ select: typeof columns }>

/** The part of a listing that a submission has frozen, or that a draft comes to now. */
type Outcome = Pick<Prisma.ListingUncheckedCreateInput, 'seasonVersionId' | 'basis' | 'category' | 'categoryRow' | 'placementStatus' | 'schoolCode' | 'catchmentRow' | 'receiptNumber' | 'submittedAt'> & {
  home: Uint8Array<ArrayBuffer> | null
  child: string | null
  address: string | null
  categoryLabel: string | null
}

/**
 * Writes what staff find an application by, in the transaction that changed it. Whoever looks at several bases has no
 * school: only a chosen basis gives a draft one. It can be made anew at any time and holds nothing of its own.
 * @param at the season's clock, milliseconds
 */
export async function listApplication(on: Db, applicationId: string, at: number): Promise<void> {
  const row = await on.application.findUnique({ where: { id: applicationId }, select: columns })
  const application = row && toApplication(row)
  if (!application) {
    await on.listing.deleteMany({ where: { applicationId } })
    return
  }
  const outcome = (await ofSubmission(on, row, application)) ?? (await ofDraft(on, row, application, at))
  const data = listingOf(application, actorOf(row.guardian), outcome, row.updatedAt)
  await on.listing.upsert({ where: { applicationId }, create: { applicationId, ...data }, update: data, select: { applicationId: true } })
}

/** The line itself, of an application that comes to this. */
export function listingOf(application: Application, guardian: GuardianActor, outcome: Outcome, changedAt: Date) {
  const { home, child, address, categoryLabel, ...shown } = outcome
  const guardians = recordNaming(application, guardian.idNumber)?.guardians ?? []
  const own = guardians.find((one) => one.idNumber === guardian.idNumber)
  const detail: ListingDetail = {
    schemaVersion: 1,
    child,
    childIdNumber: maskIdNumber(application.studentIdNumber),
    guardian: guardian.name,
    relation: own ? RELATION_WORDS[own.relation] : null,
    phoneTail: guardian.phone?.slice(-4) ?? null,
    address,
    categoryLabel,
  }
  const { county, year } = application
  const tokens = (kind: TokenKind, text: string | null) => (text ? listingTokens(application, kind, gramsOf(kind, text)) : [])
  return {
    county,
    year,
    status: application.status,
    version: application.version,
    ...shown,
    homeIndex: home,
    changedAt,
    tokens: [...new Set([...tokens('name', child), ...tokens('name', guardian.name), ...tokens('place', address), ...tokens('phone-tail', guardian.phone)])],
    detailCipher: writeContent(application.key, 'listing', detail),
  } satisfies Omit<Prisma.ListingUncheckedCreateInput, 'applicationId'>
}

/** How parts of a text stand in a listing of this county and year: equal parts are equal there, and nowhere else. */
export function listingTokens({ county, year }: Pick<Application, 'county' | 'year'>, kind: TokenKind, grams: readonly string[]): bigint[] {
  return grams.map((gram) => keyedToken(`${county}:${year}:${kind}:${gram}`))
}

async function ofSubmission(on: Db, row: Row, { key }: Application): Promise<Outcome | null> {
  const [submission] = row.submissions
  if (!submission) return null
  const { contentCipher, ...frozen } = submission
  const content = readContent(key, 'submission', contentCipher, submissionContent)
  const published = await getSeasonVersion(submission.seasonVersionId, on)
  return frozenOutcome(frozen, content, published?.season ?? null)
}

/** What a submission has frozen; `season` is the one that it names. */
export function frozenOutcome(frozen: Omit<Row['submissions'][number], 'contentCipher'>, { shown, answers }: Pick<SubmissionContent, 'shown' | 'answers'>, season: Season | null): Outcome {
  return { ...frozen, category: categoryOf(season, frozen.categoryRow), home: homeOf(answers), child: shown.student.name, address: shown.property.address, categoryLabel: shown.category.label }
}

async function ofDraft(on: Db, row: Row, application: Application, at: number): Promise<Outcome> {
  const published = await getPublishedSeason(application.county, application.year, on)
  const outcome = draftOutcome(actorOf(row.guardian), application, published, (await isStillTheirs(on, application)) ? at : null)
  return { ...outcome, child: outcome.child ?? (await claimedChild(on, application)) }
}

/** What a draft comes to now. @param at the season's clock, milliseconds; null where it is nobody's any more and comes to nothing */
export function draftOutcome(guardian: GuardianActor, application: Application, published: PublishedSeason | null, at: number | null): Outcome {
  const record = recordNaming(application, guardian.idNumber)
  const judged = published && at !== null ? prepareConfirmation(guardian, application, published, at) : null
  const placement = judged?.determination.placement ?? null
  const category = judged?.determination.category ?? null
  return {
    seasonVersionId: published?.versionId ?? null,
    basis: application.answers.basis ?? null,
    category: category && categoryOf(published?.season ?? null, category.row),
    categoryRow: category?.row ?? null,
    placementStatus: placement?.status ?? null,
    schoolCode: placement?.schools.length === 1 ? (placement.schools[0] ?? null) : null,
    catchmentRow: placement?.row ?? null,
    receiptNumber: null,
    submittedAt: null,
    home: judged ? homeOf(application.answers) : null,
    child: record?.student.name ?? null,
    address: judged?.shown.property.address ?? null,
    categoryLabel: category?.label ?? null,
  }
}

/** A child whom no record shows to this guardian is found by the name that the newest appeal about the record gives it. */
async function claimedChild(on: Db, application: Application): Promise<string | null> {
  const kinds: readonly AppealKind[] = ['STUDENT_NOT_FOUND', 'GUARDIAN_MISMATCH']
  const [appeal] = application.appeals.filter(({ kind }) => kinds.includes(kind))
  const row = appeal && (await on.appeal.findUnique({ where: { id: appeal.id }, select: { answersCipher: true } }))
  const claim = row && readContent(application.key, 'appeal', row.answersCipher, appealClaim)
  return claim && 'student' in claim ? claim.student.name : null
}

/** Of a child whom another guardian has registered meanwhile, this draft is nobody's any more. */
async function isStillTheirs(on: Db, { studentId, year, status }: Application): Promise<boolean> {
  return status === 'draft' && (await on.submission.count({ where: { studentId, year } })) === 0
}

function categoryOf(season: Season | null, row: string): string | null {
  return season?.categories.find((one) => one.row === row)?.category ?? null
}

/** What two families' seats may both be asked for on. */
function homeOf({ deed, contract, basis }: DraftAnswers): Uint8Array<ArrayBuffer> | null {
  if ((basis === 'TITLE_DEED' || basis === 'GRANDPARENT_DEED') && deed) return homeIndex('certificate', deed.certificateNumber)
  return basis === 'PURCHASE_CONTRACT' && contract ? homeIndex('contract', contract.contractNumber) : null
}

/** As a number is compared: however brackets and letters were typed. */
export function homeIndex(kind: 'certificate' | 'contract', number: string): Uint8Array<ArrayBuffer> {
  return keyedIndex(kind, writtenNumber(number))
}

/** The child's other registrations are worked out again too: another guardian's draft is nobody's once the child is registered. */
export async function listOtherDrafts(on: Db, { id, studentId, year }: Pick<Application, 'id' | 'studentId' | 'year'>, at: number): Promise<void> {
  const others = await on.application.findMany({ where: { studentId, year, status: 'draft', id: { not: id } }, select: { id: true } })
  for (const other of others) await listApplication(on, other.id, at)
}

/** Drafts that were listed under an earlier version of their season: what becomes old without anybody having touched it. */
export async function findDraftsOfEarlierVersions(take: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT a.id FROM (SELECT DISTINCT ON (s.id) s.county, s.year, v.id FROM seasons s JOIN season_versions v ON v.season_id = s.id ORDER BY s.id, v.number DESC) newest
    JOIN listings l ON l.county = newest.county AND l.year = newest.year AND l.status = 'draft' AND l.season_version_id IS DISTINCT FROM newest.id
    JOIN applications a ON a.id = l.application_id AND a.status = 'draft' AND a.wrapped_key IS NOT NULL
    LIMIT ${take}`
  return rows.map((row) => row.id)
}

/** Applications whose listing is missing or older than they are, or than the season's newest version: a walk through all that there are. */
export async function findOutdatedListings(take: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT a.id FROM applications a LEFT JOIN listings l ON l.application_id = a.id
    WHERE a.wrapped_key IS NOT NULL AND (
      l.application_id IS NULL OR l.version <> a.version OR (a.status = 'draft' AND l.season_version_id IS DISTINCT FROM (
        SELECT v.id FROM season_versions v JOIN seasons s ON s.id = v.season_id WHERE s.county = a.county AND s.year = a.year ORDER BY v.number DESC LIMIT 1)))
    LIMIT ${take}`
  return rows.map((row) => row.id)
}
