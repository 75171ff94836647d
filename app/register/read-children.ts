import type { GuardianActor, Now } from '@/lib/domain/actor'
import { judgedAt } from '@/lib/domain/completion'
import { seasonPhase, seasonsUnderWay } from '@/lib/domain/season-phase'
import { standingOf, standingOfSubmission, type Standing } from '@/lib/domain/standing'
import { announcedSchools } from '@/lib/data/announcements'
import { listApplications, type Application } from '@/lib/data/applications'
import { listCompletionsUnderWay } from '@/lib/data/completions'
import { listEnded } from '@/lib/data/endings'
import { findReturnReason } from '@/lib/data/returns'
import type { PublishedSeason } from '@/lib/data/seasons'
import { listReceipts, listSubmissionsByOthers, type Receipt, type SubmissionByOther } from '@/lib/data/submissions'

type OfSeason = { county: string; year: number }
type Settings = PublishedSeason['season']['settings']

export type Draft = { draft: Application; standing: Standing; /** its season takes registrations now */ open: boolean }
export type Submitted = { receipt: Receipt; standing: Standing; reason: string | null }
export type Other = { other: SubmissionByOther; announced: string | null | undefined }

function settingsOf(seasons: readonly PublishedSeason[], { county, year }: OfSeason): Settings | undefined {
  return seasons.find((one) => one.county === county && one.year === year)?.season.settings
}

/** This guardian's registrations: begun, submitted, and submitted by the other guardian. */
export async function readChildren(actor: GuardianActor, seasons: readonly PublishedSeason[], now: Now): Promise<{ drafts: Draft[]; submitted: Submitted[]; others: Other[] }> {
  const [applications, receipts, others, completing, ended] = await Promise.all([listApplications(actor), listReceipts(actor), listSubmissionsByOthers(actor), listCompletionsUnderWay(actor), listEnded(actor)])
  const announced = await announcedSchools([...receipts, ...others].map(({ applicationId }) => applicationId))
  const taken = new Set(others.map(registrationOf))
  const isTheirs = (application: Application) => !taken.has(registrationOf(application))
  const drafts = applications.filter((application) => application.status === 'draft' && isTheirs(application))
  return {
    drafts: [...drafts.map((draft) => toDraft(draft, completing.has(draft.id))), ...ended.filter(({ application }) => isTheirs(application)).map(toEnded)],
    submitted: await Promise.all(receipts.map(toSubmitted)),
    others: others.map((other) => ({ other, announced: announced.get(other.applicationId) })),
  }

  function toDraft(draft: Application, isCompleting: boolean): Draft {
    const settings = settingsOf(seasons, draft)
    if (!settings) return { draft, standing: { code: 'missed' }, open: false }
    return { draft, standing: standingOf({ ...draft, completing: isCompleting }, settings, judgedAt(actor, draft, now)), open: seasonPhase(settings, now.season) === 'open' }
  }

  function toEnded({ application, reason }: (typeof ended)[number]): Draft {
    return { draft: application, standing: { code: 'ended', reason }, open: false }
  }

  async function toSubmitted(receipt: Receipt): Promise<Submitted> {
    const settings = settingsOf(seasons, receipt)
    const { schools } = receipt.shown
    const sentBack = applications.find((application) => application.id === receipt.applicationId)
    const standing: Standing = settings ? standingOfSubmission({ ...receipt, schools, announced: announced.get(receipt.applicationId) }, settings, now.season) : { code: 'submitted', schools }
    return { receipt, standing, reason: sentBack ? await findReturnReason(sentBack) : null }
  }
}

/** The season that the page speaks of: of the county where the family registers; without a child, one that is open. */
export function seasonToShow(seasons: readonly PublishedSeason[], home: string | undefined, now: Now): { open: PublishedSeason | undefined; shown: PublishedSeason | undefined } {
  const underWay = seasonsUnderWay(seasons, now.season).toSorted((one, other) => Number(other.county === home) - Number(one.county === home))
  const open = underWay.find((one) => seasonPhase(one.season.settings, now.season) === 'open')
  return { open, shown: underWay[0]?.county === home ? underWay[0] : (open ?? underWay[0]) }
}

/** A child is registered once a year, by one guardian. */
export function registrationOf({ studentId, year }: { studentId: string; year: number }): string {
  return `${studentId}:${year}`
}
