import type { AddressParts } from '../addresses/parts'
import type { Catchment } from './compile'
import { isUrbanAddress } from './urban'

export { normalise } from '../addresses/characters'
export type { AddressParts, EstatePart, RoadPart, VillagePart } from '../addresses/parts'
export { compileCatchment, parseAddress, rowById, type AddressSettings, type Catchment } from './compile'
export { lintCatchment } from './lint'
export { matchParts, type Match, type MatchUse } from './match'
export { readCatchment } from './read'
export { PARITIES, ROW_KINDS, USES, type CatchmentRow, type Parity, type RowKind, type Uses } from './row'

/** Whether an address counts as 城区. */
export function isUrban(parts: AddressParts, catchment: Catchment): boolean {
  return isUrbanAddress(parts, catchment.urban)
}
