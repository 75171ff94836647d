import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { idNumberFault } from '@/lib/domain/id-number-check'
import { normaliseIdNumber } from '@/lib/domain/national-id'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { searchFamilies, type FamilyLine, type FamilySearch } from '@/lib/data/desk-search'
import { getPublishedSeason } from '@/lib/data/seasons'

type Failure = { code: 'NUMBER_INCOMPLETE' | 'NO_SEASON'; field: string }

const RECEIPT = /^\d{10}-[0-9A-Z]{4}-[0-9A-Z]{4}$/

/** What was typed, by its shape: with a digit in it, it is a number, and only a whole one is searched for. */
function searchOf(typed: string): FamilySearch | null {
  if (!/\d/.test(typed)) return { by: 'name', typed }
  const receipt = typed.replace(/\s/g, '').toUpperCase()
  if (RECEIPT.test(receipt)) return { by: 'receipt', typed: receipt }
  const idNumber = normaliseIdNumber(typed)
  return idNumberFault(idNumber) ? null : { by: 'id-number', typed: idNumber }
}

/** An officer looks for a family of the county; that somebody searched, and by what kind of thing, is written down, not what was typed. */
export async function findFamilies({ actor, typed }: { actor: StaffActor; typed: string }): Promise<Result<FamilyLine[], Failure>> {
  const search = searchOf(typed)
  if (!search) return fail({ code: 'NUMBER_INCOMPLETE', field: 'typed' })
  const published = await getPublishedSeason(actor.county)
  if (!published) return fail({ code: 'NO_SEASON', field: 'typed' })
  const found = await searchFamilies(actor, published.year, search)
  await recordAudit(db(), { type: 'applications-searched', actor: auditedAs(actor), county: actor.county, content: { by: search.by, found: found.length } })
  return succeed(found)
}
