import type { Typed } from '../../../typed-form'

/** A row of the catchment table, to be chosen. */
export type RowChoice = { row: string; text: string; schools: string }

/** Something of the county's word that may be taken back, as one chooses it. */
export type Established = { id: string; title: string; text: string }

/** What the forms are made from; each takes what it needs. */
export type EntryFormProps = {
  /** what the fields hold before the first try: the officer's draft, else what is known */
  kept: Typed
  hidden: Readonly<Record<string, string>>
  addresses: readonly { reference: string; address: string; what: string; now: string }[]
  rows: readonly RowChoice[]
  guardians: readonly Established[]
  facts: readonly Established[]
}
