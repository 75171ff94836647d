import 'server-only'
import { AUDIT_REASONS, type AuditReason } from '@/lib/domain/cases'
import { registersDiffer } from '@/lib/domain/registers-differ'
import { valuesOf, type Application } from './applications'
import { openCase } from './cases'
import { keyedDigest } from './cipher'
import type { Transaction } from './db'
import type { PublishedSeason } from './seasons'

type Submitted = {
  application: Application
  submission: { id: string; placementStatus: string; establishmentIds: readonly string[] }
  published: PublishedSeason
  at: number
}

/**
 * Opens the check of a submission where there is a reason for one, in the submission's own transaction and after its
 * listing: one case, of the strongest reason. @param submitted.at the season's clock, milliseconds
 */
export async function openAudit(transaction: Transaction, submitted: Submitted): Promise<void> {
  const { application, submission, published, at } = submitted
  for (const because of AUDIT_REASONS) {
    if (!(await HOLDS[because](transaction, submitted))) continue
    await openCase(transaction, { applicationId: application.id, kind: 'MATERIAL_AUDIT', because, submissionId: submission.id }, published, at)
    return
  }
}

const HOLDS: Readonly<Record<AuditReason, (transaction: Transaction, submitted: Submitted) => Promise<boolean> | boolean>> = {
  'by-hand': (_, { submission }) => submission.placementStatus === 'by-hand',
  'shared-property': isHomeOfStrangers,
  'desk-facts': async (transaction, { submission }) => (await transaction.establishment.count({ where: { id: { in: [...submission.establishmentIds] }, proposalId: { not: null } } })) > 0,
  'registries-differ': (_, { application }) => registersDiffer(valuesOf(application.findings)),
  sampled: (_, { submission, published }) => isDrawn(submission.id, published.season.settings.review.sampling),
}

/**
 * Whether the certificate or contract is a registered child's already with whom this one shares no guardian. Two families
 * that press at the same moment come one after the other here, or neither would see the other.
 */
async function isHomeOfStrangers(transaction: Transaction, { application: { id, studentId, guardianId, county, year } }: Submitted): Promise<boolean> {
  const own = await transaction.listing.findUnique({ where: { applicationId: id }, select: { homeIndex: true } })
  if (!own?.homeIndex) return false
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(encode(${own.homeIndex}, 'hex'), 0))`
  const [found] = await transaction.$queryRaw<{ shared: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM listings l JOIN applications a ON a.id = l.application_id
      WHERE l.home_index = ${own.homeIndex} AND l.county = ${county} AND l.year = ${year} AND l.receipt_number IS NOT NULL
        AND a.student_id <> ${studentId}::uuid AND a.guardian_id <> ${guardianId}::uuid
        AND NOT EXISTS (
          SELECT 1 FROM guardianships mine JOIN guardianships theirs ON theirs.guardian_id = mine.guardian_id
          WHERE mine.student_id = ${studentId}::uuid AND theirs.student_id = a.student_id)) AS shared`
  return found?.shared ?? false
}

/** By lot, from the keyed digest of the submission's id: the same however often it is drawn, and foreseen by nobody without the key. */
function isDrawn(submissionId: string, share: number): boolean {
  return Buffer.from(keyedDigest('audit-lot', submissionId), 'base64url').readUIntBE(0, 6) / 2 ** 48 < share
}
