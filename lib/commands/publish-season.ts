import 'server-only'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { agreementFindings } from '@/lib/data/draft-judgement'
import type { ImportFinding } from '@/lib/data/imports'
import { LONGEST_PUBLICATION_MS, writeVersion } from '@/lib/data/season-versions'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { readSeason, type SeasonFiles } from '@/lib/rules'

type Failure = { code: 'BAD_SEASON'; findings: readonly ImportFinding[] }
type Published = { county: string; year: number; rows: number } & ({ outcome: 'published' | 'unchanged'; number: number } | { outcome: 'checked' })
type Input = { files: SeasonFiles; agreement: string | null; dryRun?: boolean }

/**
 * Publishes a season as a new version, which nothing changes afterwards. What the linter finds stops it, and so does
 * a missing privacy agreement: families could consent to nothing. The same content again makes no new version.
 * @param dryRun reads and judges everything, and writes nothing
 */
export async function publishSeason({ files, agreement, dryRun = false }: Input): Promise<Result<Published, Failure>> {
  const { season, findings } = readSeason(files, 'unpublished')
  const all = [...findings, ...agreementFindings(agreement)]
  if (!season || agreement === null || all.length > 0) return fail({ code: 'BAD_SEASON', findings: all })
  const { county, year } = season.settings
  const read = { county, year, rows: files.catchment.rows.length }
  if (dryRun) return succeed({ ...read, outcome: 'checked' })
  return db().$transaction(async (transaction) => {
    const written = await writeVersion(transaction, { files, agreement, settings: season.settings })
    if (written.outcome === 'published') await recordAudit(transaction, { type: 'season-published', actor: { kind: 'operator' }, county })
    return succeed({ ...read, ...written })
  }, { timeout: LONGEST_PUBLICATION_MS })
}
