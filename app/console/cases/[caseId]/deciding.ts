import type { CaseFile } from '@/lib/data/case-file'
import { APPEAL_VERDICTS, reasonsFor } from '@/lib/domain/case-decision'
import { AUDIT_OUTCOMES } from '@/lib/domain/cases'
import { paths } from '@/lib/paths'
import { documentNames, guardiansOfRecord, papersOf, roundsInHand } from './case-papers'
import type { Deciding } from './decision-form'
import type { Place } from './hidden'
import type { Picture } from './viewer'

/** Every page of every paper that is decided on. */
export function picturesOf(file: CaseFile): Picture[] {
  const guardians = guardiansOfRecord(file)
  return roundsInHand(file).flatMap((round) =>
    papersOf(round, guardians).flatMap(({ id, label }): Picture[] => {
      const pages = round.files.find((one) => one.id === id)?.pages ?? []
      return pages.map(({ width, height }, index) => ({
        paper: id, label, page: index + 1, pages: pages.length, width, height,
        full: paths.staffMaterial(id, index + 1, 'full'), thumb: paths.staffMaterial(id, index + 1, 'thumb'),
      }))
    }),
  )
}

/** What the right side needs to know: nothing of the family but the names of its papers. */
export function decidingOn(file: CaseFile, place: Place): Deciding {
  const rounds = roundsInHand(file)
  const guardians = guardiansOfRecord(file)
  return {
    place,
    appeal: file.is === 'appeal' ? { id: file.appeal.id, round: file.round } : null,
    verdicts: file.is === 'appeal' ? APPEAL_VERDICTS : AUDIT_OUTCOMES,
    papers: rounds.flatMap((round) => papersOf(round, guardians).map(({ id, label }) => ({ id, label }))),
    documents: rounds.flatMap((round) => documentNames(round, guardians)),
    reasons: reasonsFor(file.kind, file.published.season.reasons).map(({ code, label, words }) => ({ code, label, words })),
  }
}
