import 'server-only'
import { setImmediate as turn } from 'node:timers/promises'
import type { StaffActor } from '@/lib/domain/actor'
import { MOST_IN_FILE, type TriedAs } from '@/lib/domain/address-limits'
import { addressLines, tryAddress } from '@/lib/domain/address-trial'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { TRIED_COLUMNS, triedCells, triedLine } from '@/lib/copy/staff/address-trial'
import { triedNote } from '@/lib/copy/staff/season-trial'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { findSeasonsToTry, type SeasonsToTry } from '@/lib/data/seasons-to-try'
import { addressesFrom } from '@/lib/files/address-list'
import { csvText } from '@/lib/files/csv-text'
import { workbook } from '@/lib/files/workbook'

export const TRIED_FORMATS = ['xlsx', 'csv'] as const
export type TriedFormat = (typeof TRIED_FORMATS)[number]

/** A list that was uploaded, or what was typed on the page. */
export type AddressList = { name: string; bytes: Uint8Array } | string
type Asked = { actor: StaffActor; draftId: string; list: AddressList; as: TriedAs; format: TriedFormat }
type Failure = { code: 'NOT_FOUND' | 'DRAFT_UNCLEAR' | 'ADDRESSES_MISSING' | 'ADDRESSES_TOO_MANY' | 'ADDRESS_FILE_UNREADABLE' }

const STRETCH = 200

/** The same for a whole list, answered with a file. The list is read in memory and kept nowhere. */
export async function exportTriedAddresses({ actor, draftId, list, as, format }: Asked): Promise<Result<{ file: string; bytes: Uint8Array }, Failure>> {
  const seasons = await findSeasonsToTry(actor, draftId)
  if (!seasons.ok) return seasons
  const addresses = typeof list === 'string' ? addressLines(list) : (await addressesFrom(list.name, list.bytes))?.flatMap(addressLines)
  if (!addresses) return fail({ code: 'ADDRESS_FILE_UNREADABLE' })
  if (addresses.length === 0) return fail({ code: 'ADDRESSES_MISSING' })
  if (addresses.length > MOST_IN_FILE) return fail({ code: 'ADDRESSES_TOO_MANY' })
  await recordAudit(db(), { type: 'season-tried', actor: auditedAs(actor), county: actor.county, content: { draftId, addresses: addresses.length } })
  const rows = await triedRows(addresses, as, seasons.value)
  const note = triedNote(seasons.value.draft, addresses.length)
  const bytes = format === 'csv' ? new TextEncoder().encode(csvText([[note], TRIED_COLUMNS.map(({ title }) => title), ...rows])) : await workbook({ sheet: '试地址', note, columns: TRIED_COLUMNS, rows })
  return succeed({ file: `addresses-${seasons.value.draft.year}-r${seasons.value.draft.revision}.${format}`, bytes })
}

/** Between stretches whoever else asks this server comes first. */
async function triedRows(addresses: readonly string[], as: TriedAs, { season, published }: SeasonsToTry): Promise<string[][]> {
  const rows: string[][] = []
  for (let from = 0; from < addresses.length; from += STRETCH) {
    rows.push(...addresses.slice(from, from + STRETCH).map((address) => triedCells(triedLine(tryAddress(address, as, season, published), { draft: season, published }))))
    await turn()
  }
  return rows
}
