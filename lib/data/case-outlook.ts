import 'server-only'
import type { Basis, Determination, RefusalCode, Season } from '@/lib/rules'
import type { GuardianActor } from '@/lib/domain/actor'
import type { AppealClaim } from '@/lib/domain/appeal-claims'
import { recordNaming, type Application } from './applications'
import { listBases } from './bases'
import { onceEstablished, whatItEstablishes } from './establishing'
import type { PublishedSeason } from './seasons'

/** What the rules say of one way to a seat, as the family's own pages would. */
export type PlaceInView = {
  basis: Basis
  category: string | null
  schools: readonly { name: string }[]
  /** the row of the catchment table and the place that it names; null where the county places by hand */
  catchment: { row: string; place: string } | null
  /** codes that stand against it, dates aside */
  refusals: readonly RefusalCode[]
}

/** `stopped`: the family cannot go on as it is. `open`: these ways are open to it, none of them known where no register was asked yet. */
export type Outlook = { code: 'stopped' } | { code: 'outdated' } | { code: 'open'; places: readonly PlaceInView[] }

type Judged = { claim: AppealClaim; application: Application; guardian: GuardianActor; published: PublishedSeason; /** when the round was sent: that moment is judged */ at: number }

/** What would come of it as things stand, and once the claim was approved: by the code of the family's own pages, with nothing written. */
export function outlookOf({ claim, application, guardian, published, at }: Judged): { now: Outlook; approved: Outlook } {
  const would = whatItEstablishes(claim, application)
  const ways = OPENS[claim.kind]
  const look = (one: Application): Outlook => ({ code: 'open', places: placesOf(guardian, one, published.season, at, ways) })
  const stands = ways === null && claim.kind !== 'STUDENT_NOT_FOUND' && claim.kind !== 'GUARDIAN_MISMATCH' && recordNaming(application, guardian.idNumber) !== null
  return { now: stands ? look(application) : { code: 'stopped' }, approved: would ? look(onceEstablished(application, would, at)) : { code: 'outdated' } }
}

/** The one basis that an appeal opens; null for those about the record, on which all of them hang. */
const OPENS = {
  STUDENT_NOT_FOUND: null,
  GUARDIAN_MISMATCH: null,
  SINGLE_PARENT: null,
  BLENDED_FAMILY: null,
  GRANDPARENT_KINSHIP: 'GRANDPARENT_DEED',
  NO_VALID_MATERIALS: 'NO_VALID_MATERIALS',
} as const satisfies Record<AppealClaim['kind'], Basis | null>

/** Of a family that has chosen, the basis that it chose; of any other, those of which something is known. */
function placesOf(guardian: GuardianActor, application: Application, season: Season, at: number, way: Basis | null): PlaceInView[] {
  const states = listBases(guardian, application, season, at)
  const wanted = way ?? application.answers.basis ?? null
  const places = states.flatMap((state): PlaceInView[] => {
    if (state.state === 'closed') return state.basis === wanted ? [{ basis: state.basis, category: null, schools: [], catchment: null, refusals: [state.because] }] : []
    return state.state === 'open' && state.offer ? [{ basis: state.basis, ...inView(state.offer.determination, season) }] : []
  })
  const chosen = places.filter((place) => place.basis === wanted)
  return way !== null || chosen.length > 0 ? chosen : places
}

const OF_DATES: readonly RefusalCode[] = ['SEASON_NOT_OPEN', 'SEASON_CLOSED']

function inView({ category, placement, refusals }: Determination, season: Season): Omit<PlaceInView, 'basis'> {
  const row = season.catchmentRows.find((one) => one.row === placement.row)
  return {
    category: category?.label ?? null,
    schools: placement.schools.map((code) => ({ name: season.schools.find((school) => school.code === code)?.name ?? code })),
    catchment: row ? { row: row.row, place: row.place } : null,
    refusals: refusals.map((refusal) => refusal.code).filter((code) => !OF_DATES.includes(code)),
  }
}
