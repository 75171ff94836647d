import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { textOnRecord } from '@/lib/domain/applicants'
import { succeed } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { sealSearch } from '@/lib/data/search-token'

type Search = { actor: StaffActor; text: string }

/** What was typed, as it may stand in an address, and on the record, there with whole numbers masked; null where nothing was. */
export async function searchApplicants({ actor, text }: Search): Promise<{ ok: true; value: string | null }> {
  if (text === '') return succeed(null)
  await recordAudit(db(), { type: 'applications-searched', actor: auditedAs(actor), county: actor.county, content: { school: actor.schoolCode, text: textOnRecord(text) } })
  return succeed(sealSearch(actor, text))
}
