import 'server-only'
import { matchAddress, type AddressUse, type Season } from '@/lib/rules'
import { rowByDesk, type KnownMatch, type MatchUse } from '@/lib/domain/desk-entries'
import type { Application } from './applications'

/** As what an address of each use is matched: a contract's is a property's. */
const AS = { property: 'property', contract: 'property', household: 'household', residence: 'residence' } as const satisfies Record<MatchUse, AddressUse>

export type AddressState = KnownMatch & { schools: readonly string[] }

/**
 * Where an address of a family lies by itself: the desk's word before the table's, as in `determine`. A row
 * that the desk set and that is no longer in the table leaves the address unmatched.
 */
export function addressState({ established }: Pick<Application, 'established'>, season: Season, use: MatchUse, address: string): AddressState {
  const row = rowByDesk(established.matches.map((one) => one.value), use, address)
  if (row === null) {
    const { status, row: matched, schools } = matchAddress(address, season, AS[use])
    return { status, row: matched, schools, byDesk: false }
  }
  const schools = season.catchmentRows.find((one) => one.row === row)?.schools
  return schools ? { status: 'matched', row, schools, byDesk: true } : { status: 'unmatched', row: null, schools: [], byDesk: true }
}

/** Whether a registered address lies in some school's catchment; all that is shown of another guardian's household. */
export function isInCatchment(application: Pick<Application, 'established'>, address: string | null, season: Season): boolean {
  return address !== null && addressState(application, season, 'household', address).status !== 'unmatched'
}
