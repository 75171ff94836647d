import 'server-only'
import { z } from 'zod'
import { keyedIndex } from './cipher'
import { countyCode, filled, idNumber, idNumbers, optional, optionalDay, optionalIdNumber, relation } from './imports'

/** A line of each register's file; the keys are the file's columns. */
export const personRow = z.object({
  id_number: idNumber,
  name: filled,
  household_number: optional,
  household_address: optional,
  head_id_number: optionalIdNumber,
  registered_on: optionalDay,
})

export const relationRow = z
  .object({ person: idNumber, relative: idNumber, relation })
  .refine((row) => row.person !== row.relative, { path: ['relative'], error: '和 person 是同一个人' })

export const propertyRow = z.object({ certificate_number: filled, county: countyCode, address: filled, use: filled, owners: idNumbers, registered_on: optionalDay })
export const contractRow = z.object({ contract_number: filled, county: countyCode, address: filled, use: filled, buyers: idNumbers, filed_on: optionalDay })

export type Index = Uint8Array<ArrayBuffer>
export const indexOf = (kind: 'id-number' | 'certificate' | 'contract', value: string): Index => new Uint8Array(keyedIndex(kind, value))

export type PersonRow = z.infer<typeof personRow>
export type RelationRow = z.infer<typeof relationRow>
export type PropertyRow = z.infer<typeof propertyRow>
export type ContractRow = z.infer<typeof contractRow>

/** A statement carries at most some ten thousand values. */
const BATCH = 1_000

export async function inBatches<Row>(rows: readonly Row[], work: (batch: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) await work(rows.slice(from, from + BATCH))
}
