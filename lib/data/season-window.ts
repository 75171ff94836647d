import 'server-only'
import { extendWindowContent } from '@/lib/domain/county-proposals'
import { instantOf } from '@/lib/rules'
import { listCountyProposals } from './county-proposals'
import { db, type Db } from './db'
import type { PublishedSeason } from './seasons'

/** What gave a season the close that it has. */
export type Extension = { id: string; reason: string; /** milliseconds */ decidedAt: number }

/** The extension that stands: the newest that was approved, while the season still closes as it says. */
export async function findExtension({ county, year, season: { settings } }: PublishedSeason): Promise<Extension | null> {
  const proposals = await listCountyProposals(db(), { county }, { kinds: ['extend-window'], year })
  const approved = proposals.find(({ status }) => status === 'approved')
  if (!approved || approved.decidedAt === null) return null
  const { closesAt, reason } = extendWindowContent.parse(approved.content)
  return instantOf(closesAt) === settings.closesAt ? { id: approved.id, reason, decidedAt: approved.decidedAt } : null
}

/** Whether families have been told their results: then nothing of the season is open any more. */
export async function areResultsOut(on: Db, { county, year }: Pick<PublishedSeason, 'county' | 'year'>): Promise<boolean> {
  return (await on.admissionResult.findFirst({ where: { county, year }, select: { id: true } })) !== null
}
