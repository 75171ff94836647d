import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { MOST_ON_PAGE, type TriedAs } from '@/lib/domain/address-limits'
import { addressLines, tryAddress } from '@/lib/domain/address-trial'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { triedLine, type TriedLine } from '@/lib/copy/staff/address-trial'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { findSeasonsToTry } from '@/lib/data/seasons-to-try'

type Asked = { actor: StaffActor; draftId: string; addresses: string; as: TriedAs }
export type TriedAddresses = { lines: TriedLine[]; revision: number }
type Failure = { code: 'NOT_FOUND' | 'DRAFT_UNCLEAR' | 'ADDRESSES_MISSING' | 'ADDRESSES_TOO_MANY'; field?: string }

/** Addresses by a draft and by what is published. That it was tried and on how many is on the record; the addresses are kept nowhere. */
export async function tryAddresses({ actor, draftId, addresses, as }: Asked): Promise<Result<TriedAddresses, Failure>> {
  const lines = addressLines(addresses)
  if (lines.length === 0) return fail({ code: 'ADDRESSES_MISSING', field: 'addresses' })
  if (lines.length > MOST_ON_PAGE) return fail({ code: 'ADDRESSES_TOO_MANY', field: 'addresses' })
  const seasons = await findSeasonsToTry(actor, draftId)
  if (!seasons.ok) return seasons
  const { draft, season, published } = seasons.value
  await recordAudit(db(), { type: 'season-tried', actor: auditedAs(actor), county: actor.county, content: { draftId, addresses: lines.length } })
  const tried = lines.map((address) => triedLine(tryAddress(address, as, season, published), { draft: season, published }))
  return succeed({ lines: tried, revision: draft.revision })
}
