import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { searchOf, shownSearch, type SearchKind } from '@/lib/domain/application-search'
import { succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { sealApplicationSearch } from '@/lib/data/application-search'
import { db } from '@/lib/data/db'

type Asked = { actor: StaffActor; by: SearchKind; text: string }
type Failure = Extract<ReturnType<typeof searchOf>, { ok: false }>['failure']

/** Puts on the record for whom an officer looks, and gives what may stand in the address of the answer. */
export async function searchApplications({ actor, by, text }: Asked): Promise<Result<{ q: string }, Failure>> {
  const wanted = searchOf(by, text)
  if (!wanted.ok) return wanted
  await recordAudit(db(), { type: 'applications-searched', actor: auditedAs(actor), county: actor.county, content: { by, text: shownSearch(wanted.value) } })
  return succeed({ q: sealApplicationSearch(actor, wanted.value) })
}
