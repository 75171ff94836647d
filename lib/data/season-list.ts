import 'server-only'
import { z } from 'zod'
import type { StaffActor } from '@/lib/domain/actor'
import { db } from './db'
import { staffNames } from './staff'

/** A published version as the county's list has it. Instants in milliseconds. */
export type SeasonLine = {
  id: string
  year: number
  number: number
  publishedAt: number
  /** the two administrators who published it; null of what the operator imported */
  by: { proposed: string; decided: string | null } | null
  window: { opensAt: number; closesAt: number } | null
  schools: number
  catchmentRows: number
}

const dates = z.object({ opensAt: z.string().transform((text) => Date.parse(text)), closesAt: z.string().transform((text) => Date.parse(text)) })

/** Every published version of the officer's own county, the newest first. */
export async function listSeasonVersions({ county }: Pick<StaffActor, 'county'>): Promise<SeasonLine[]> {
  const rows = await db().seasonVersion.findMany({
    where: { season: { county } },
    orderBy: [{ season: { year: 'desc' } }, { number: 'desc' }],
    select: { id: true, number: true, publishedAt: true, settings: true, season: { select: { year: true } }, proposal: { select: { proposedById: true, decidedById: true } }, _count: { select: { schools: true, catchmentRows: true } } },
  })
  const names = await staffNames(db(), rows.flatMap(({ proposal }) => [proposal?.proposedById, proposal?.decidedById]).filter((id) => typeof id === 'string'))
  return rows.map(({ id, number, publishedAt, settings, season: { year }, proposal, _count }) => ({
    id, year, number,
    publishedAt: publishedAt.getTime(),
    by: proposal && { proposed: names.get(proposal.proposedById) ?? '', decided: proposal.decidedById && (names.get(proposal.decidedById) ?? '') },
    window: dates.safeParse(settings).data ?? null,
    schools: _count.schools, catchmentRows: _count.catchmentRows,
  }))
}
