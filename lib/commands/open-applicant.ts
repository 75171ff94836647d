import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { Applicant, ApplicantStanding } from '@/lib/domain/applicants'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { seasonPhase } from '@/lib/domain/season-phase'
import { standingOf } from '@/lib/domain/standing'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findResult } from '@/lib/data/admission-results'
import { findApplicationOfCounty, type Application } from '@/lib/data/applications'
import { isCompletionUnderWay } from '@/lib/data/completions'
import { db } from '@/lib/data/db'
import { findGuardian } from '@/lib/data/guardians'
import { findOwnSchool } from '@/lib/data/own-school'
import { findApplicant } from '@/lib/data/school-applicants'
import { getSeasonVersion, type PublishedSeason } from '@/lib/data/seasons'

export type OpenedApplicant = {
  applicant: Applicant
  phone: string | null
  standing: ApplicantStanding
  /** of the catchment row, as the version that decided has it */
  place: string | null
}

type Open = { actor: StaffActor; applicationId: string; now: Now }

/** What a clerk needs with a parent on the phone; that it was opened is written down (P4). Another school's family is not there. */
export async function openApplicant({ actor, applicationId, now }: Open): Promise<Result<OpenedApplicant, { code: 'NOT_FOUND' }>> {
  const own = await findOwnSchool(actor, now.season)
  const applicant = own && (await findApplicant(own.scope, applicationId))
  const application = applicant && (await findApplicationOfCounty(actor, applicationId))
  if (!own || !applicant || !application) return fail({ code: 'NOT_FOUND' })
  await recordAudit(db(), { type: 'applicant-opened', actor: auditedAs(actor), application })
  const [guardian, decided, completing, result] = await Promise.all([findGuardian(application.guardianId), applicant.seasonVersionId ? getSeasonVersion(applicant.seasonVersionId) : null, isCompletionUnderWay(applicationId), findResult(db(), applicationId)])
  const row = decided?.season.catchmentRows.find((one) => one.row === applicant.catchmentRow)
  return succeed({ applicant, phone: guardian.phone, standing: result ? { code: 'announced', here: result.schoolCode === own.school.code } : standingFor({ ...application, completing }, own.published.season.settings, now.season), place: row ? row.zone || row.place : null })
}

function standingFor(application: Application & { completing: boolean }, season: PublishedSeason['season']['settings'], at: number): ApplicantStanding {
  if (application.status === 'draft') return standingOf(application, season, at)
  return application.status === 'returned' && seasonPhase(season, at) === 'open' ? { code: 'returned' } : { code: 'submitted' }
}
