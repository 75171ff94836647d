import type { Picture } from '@/components/console/use-viewing'
import { seatOption } from '@/lib/copy/staff/by-hand'
import type { CaseFile } from '@/lib/data/case-file'
import { APPEAL_VERDICTS, reasonsFor } from '@/lib/domain/case-decision'
import { AUDIT_OUTCOMES } from '@/lib/domain/cases'
import { OBJECTION_OUTCOMES } from '@/lib/domain/objections'
import type { PageSize } from '@/lib/domain/material-limits'
import { paths } from '@/lib/paths'
import { documentNames, guardiansOfRecord, papersOf, roundsInHand, scansOf } from './case-papers'
import type { Deciding } from './decision-fields'
import type { Place } from '../hidden'

/** A paper with its pages, and where each of them is to be had. */
type Shown = { id: string; label: string; pages: readonly { width: number; height: number }[]; at: (id: string, page: number, size: PageSize) => string }

/** Every paper that is decided on: what families brought, and of a submission what the desk had scanned. */
function shownPapers(file: CaseFile): Shown[] {
  const guardians = guardiansOfRecord(file)
  const brought = roundsInHand(file).flatMap((round) =>
    papersOf(round, guardians).map(({ id, label }): Shown => ({ id, label, pages: round.files.find((one) => one.id === id)?.pages ?? [], at: paths.staffMaterial })),
  )
  return [...brought, ...scansOf(file).map((scan): Shown => ({ ...scan, at: paths.scan }))]
}

export function picturesOf(file: CaseFile): Picture[] {
  return shownPapers(file).flatMap(({ id, label, pages, at }) =>
    pages.map(({ width, height }, index): Picture => ({ paper: id, label, page: index + 1, pages: pages.length, width, height, full: at(id, index + 1, 'full'), thumb: at(id, index + 1, 'thumb') })),
  )
}

const VERDICTS = { appeal: APPEAL_VERDICTS, submission: AUDIT_OUTCOMES, objection: OBJECTION_OUTCOMES } as const

/** What the right side needs to know: nothing of the family but the names of its papers. @param returnable whether a submission can still go back */
export function decidingOn(file: CaseFile, place: Place, returnable: boolean): Deciding {
  const rounds = roundsInHand(file)
  const guardians = guardiansOfRecord(file)
  return {
    place,
    appeal: file.is === 'appeal' ? { id: file.appeal.id, round: file.round } : null,
    contested: file.is === 'objection' ? { resultId: file.contested.current.id, schools: file.contested.seats.map(seatOption) } : null,
    verdicts: VERDICTS[file.is].filter((verdict) => returnable || verdict !== 'proposed-for-return'),
    closed: file.is === 'submission' && !returnable,
    papers: file.is === 'objection' ? [] : shownPapers(file).map(({ id, label }) => ({ id, label })),
    documents: rounds.flatMap((round) => documentNames(round, guardians)),
    reasons: reasonsFor(file.kind, file.published.season.reasons).map(({ code, label, words }) => ({ code, label, words })),
  }
}
