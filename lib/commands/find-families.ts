import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { searchByShape } from '@/lib/domain/application-search'
import type { ListingDetail } from '@/lib/domain/listing'
import { fail, succeed, type Result } from '@/lib/domain/result'
import type { Status } from '@/lib/domain/status'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findApplications } from '@/lib/data/application-search'
import { db } from '@/lib/data/db'
import { getSeasonUnderWay } from '@/lib/data/seasons'

type FamilyLine = { applicationId: string; status: Status; receiptNumber: string | null } & Pick<ListingDetail, 'child' | 'childIdNumber' | 'guardian' | 'relation'>
type Failure = { code: 'NUMBER_INCOMPLETE' | 'NO_SEASON'; field: string }

const MOST = 30

/** An officer looks for a family of the county; that somebody searched, and by what kind of thing, is written down, not what was typed. */
export async function findFamilies({ actor, typed, now }: { actor: StaffActor; typed: string; now: Now }): Promise<Result<FamilyLine[], Failure>> {
  const search = searchByShape(typed)
  if (!search) return fail({ code: 'NUMBER_INCOMPLETE', field: 'typed' })
  const published = await getSeasonUnderWay(actor.county, now.season)
  if (!published) return fail({ code: 'NO_SEASON', field: 'typed' })
  const { lines } = await findApplications({ county: actor.county, year: published.year }, { search }, null, MOST)
  await recordAudit(db(), { type: 'applications-searched', actor: auditedAs(actor), county: actor.county, content: { by: search.by, found: lines.length } })
  return succeed(lines.map(({ id, status, receiptNumber, detail: { child, childIdNumber, guardian, relation } }) => ({ applicationId: id, status, receiptNumber, child, childIdNumber, guardian, relation })))
}
