import 'server-only'
import type { Now } from '@/lib/domain/actor'
import type { AppealHead } from '@/lib/domain/appeals'
import { furthestStep, type Step } from '@/lib/domain/journey'
import { maskIdNumber } from '@/lib/domain/privacy'
import { unsentAppeal } from '@/lib/domain/reminders'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { seasonPhase } from '@/lib/domain/season-phase'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { getSeasonUnderWay } from '@/lib/data/seasons'
import { findUnfinished, listIds, schoolsOfRegistration, waitingForFamily, type Unfinished } from '@/lib/data/unfinished'

/** Whom the county telephones, and about what; the child only by masked ID number. */
export type Call = {
  child: string
  guardianName: string
  phone: string | null
  unfinished: { step: Step } | { appeal: Pick<AppealHead, 'kind' | 'status'> }
  /** of the catchment in which the child is registered */
  schools: readonly string[]
}

type Failure = { code: 'NO_SEASON' | 'NOT_OPEN' } | { code: 'NOT_YET'; leftMs: number }
type Input = { county: string; withinMs: number | null; now: Now }

const PAGE = 500

/**
 * The families of a county with something unfinished, for its officers to call. Names and phones leave the platform with it,
 * so that the export itself is on the record, family by family, before the first line is out.
 * @param withinMs only while the close is no further off than this; null: whenever the season is open
 */
export async function exportCallList({ county, withinMs, now }: Input): Promise<Result<Call[], Failure>> {
  const published = await getSeasonUnderWay(county, now.season)
  if (!published) return fail({ code: 'NO_SEASON' })
  const { settings } = published.season
  if (seasonPhase(settings, now.season) !== 'open') return fail({ code: 'NOT_OPEN' })
  const leftMs = settings.closesAt - now.season
  if (withinMs !== null && leftMs > withinMs) return fail({ code: 'NOT_YET', leftMs })

  const where = waitingForFamily(published, now.season)
  const calls: Call[] = []
  for (let ids = await listIds(where, null, PAGE); ids.length > 0; ids = await listIds(where, ids.at(-1) ?? null, PAGE)) {
    for (const id of ids) {
      const family = await findUnfinished(id, where)
      if (!family) continue
      await recordAudit(db(), { type: 'call-list-exported', actor: { kind: 'operator' }, application: family.application })
      calls.push(callOf(family, schoolsOfRegistration(family.application, published.season)))
    }
  }
  return succeed(calls)
}

function callOf({ application, guardian }: Unfinished, schools: readonly string[]): Call {
  const appeal = unsentAppeal(application.appeals)
  return {
    child: maskIdNumber(application.studentIdNumber),
    guardianName: guardian.name,
    phone: guardian.phone,
    unfinished: appeal ? { appeal: { kind: appeal.kind, status: appeal.status } } : { step: furthestStep(application.answers, application.held) },
    schools,
  }
}
