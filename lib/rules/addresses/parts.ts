/** An address taken apart, as it was written. Nothing in it says yet whether a table knows the places. */
export type AddressParts = {
  /** it names a province, city or county that is not the season's */
  readonly foreign: boolean
  readonly province: string | null
  readonly city: string | null
  readonly county: string | null
  /** without repetition; more than one town contradict each other */
  readonly towns: readonly string[]
  readonly communities: readonly string[]
  readonly villages: readonly VillagePart[]
  readonly roads: readonly RoadPart[]
  readonly estates: readonly EstatePart[]
  /** of no estate: behind a road's number, say */
  readonly building: number | string | null
  readonly unit: number | string | null
  readonly floor: number | string | null
  readonly room: number | string | null
}

export type VillagePart = { readonly name: string; readonly group: number | null }
export type RoadPart = { readonly name: string; readonly number: number | null }
/** A building with a letter has its letter (A座). */
export type EstatePart = { readonly name: string; readonly building: number | string | null }
