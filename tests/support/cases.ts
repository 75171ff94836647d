import { randomUUID } from 'node:crypto'
import type { Now } from '@/lib/domain/actor'
import { caseNarrowing, type CaseNarrowing } from '@/lib/domain/case-filters'
import { db } from '@/lib/data/db'
import { aSentAppeal } from './appeals'
import { family } from './families'
import { aDraft, answer, MORNING, signedIn } from './journey'

export const EVERYTHING: CaseNarrowing = caseNarrowing.parse({})

const GROUND = { 'residence-permit': 'RESIDENCE_PERMIT', business: 'BUSINESS', employment: 'EMPLOYMENT' } as const

/** A family without valid materials whose appeal waits. @returns its ids and the case that it became */
export async function aWaitingAppeal(now: Now = MORNING, walk: keyof typeof GROUND = 'residence-permit') {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber, now)
  await answer(actor, applicationId, 'basis', now)
  const appealId = await aSentAppeal(actor, { kind: 'NO_VALID_MATERIALS', input: { applicationId, ground: GROUND[walk], address: '京庄社区1号', evidence: '依据' } }, now)
  return { actor, applicationId, appealId, ...(await theCase(appealId)) }
}

export async function theCase(appealId: string) {
  const { id: caseId, ...rest } = await db().reviewCase.findFirstOrThrow({ where: { appealId }, orderBy: { round: 'desc' }, omit: { tookMs: true } })
  return { caseId, case: rest }
}

/**
 * So many cases more, a minute apart, oldest first: rounds of one appeal that nobody ever sent, which is all that the queue
 * asks for. @returns their ids in the order in which they are due
 */
export async function moreCases(appealId: string, count: number): Promise<string[]> {
  const { case: like } = await theCase(appealId)
  const ids = Array.from({ length: count }, () => randomUUID())
  await db().reviewCase.createMany({
    data: ids.map((id, place) => ({ ...like, id, round: like.round + place + 1, dueAt: new Date(like.dueAt.getTime() + (place + 1) * 60_000) })),
  })
  return ids
}
