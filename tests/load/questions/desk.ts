import { readClock } from '@/lib/clock'
import { findFamilies } from '@/lib/commands/find-families'
import { listCompletable } from '@/lib/data/completions'
import { db } from '@/lib/data/db'
import { listLinesOfFamily, listOwnLines, listWaitingLines } from '@/lib/data/desk-proposals'
import type { PublishedSeason } from '@/lib/data/seasons'
import { aFamilyOf, anOfficer, type Question } from './sample'

const DAY_MS = 24 * 60 * 60 * 1000

export async function ofDesk(published: PublishedSeason): Promise<Question[]> {
  const { county, season } = published
  const [{ applicationId, child, guardian, receiptNumber }, actor, now] = await Promise.all([aFamilyOf(county), anOfficer(county, 'desk'), readClock()])
  const found = (what: string, typed: string): Question => ({ page: 'desk', what, ask: () => findFamilies({ actor, typed, now }) })
  // The load's season is still open: as if it had closed the day before yesterday, and what was decided since came after the close.
  const closed = { ...published, season: { ...season, settings: { ...season.settings, closesAt: now.season - 2 * DAY_MS } } }
  return [
    found('a family by ID number', guardian.idNumber),
    found('a family by receipt', receiptNumber),
    found('a family by name', child),
    found('a family by a common character', '王'),
    { page: 'desk', what: 'entries that wait', ask: () => listWaitingLines(actor) },
    { page: 'desk', what: 'my own entries', ask: () => listOwnLines(actor) },
    { page: 'desk', what: 'entries of a family', ask: () => listLinesOfFamily(actor, applicationId) },
    { page: 'desk', what: 'completions after the close', ask: () => listCompletable(db(), closed, now.season) },
  ]
}
