import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { allocationSeasonOf } from '@/lib/domain/allocation'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { workOut } from '@/lib/data/allocation-outcome'
import { findAllocationRun, readInputsOfRun } from '@/lib/data/allocation-runs'
import { db } from '@/lib/data/db'
import { getSeasonVersion, readFilesHash } from '@/lib/data/seasons'
import { bundleFiles, zipped, type BundleFiles } from '@/lib/files/allocation-bundle'

export type ExportedAllocation = { name: string; files: BundleFiles; zip: () => Uint8Array<ArrayBuffer> }

type Export = { /** null where the operator takes it out */ actor: StaffActor | null; county: string; runId: string }

/** A run with all that it rests on, for whoever checks it: worked out once more from what the run kept, and the same. */
export async function exportAllocation({ actor, county, runId }: Export): Promise<Result<ExportedAllocation, { code: 'NOT_FOUND' }>> {
  const run = await findAllocationRun(db(), { county }, runId)
  const published = run && (await getSeasonVersion(run.seasonVersionId))
  if (!run || !published) return fail({ code: 'NOT_FOUND' })
  const season = allocationSeasonOf(published.season)
  const worked = workOut(season, await readInputsOfRun(db(), run.id), run.seed)
  if ('findings' in worked || worked.inputsHash !== run.inputsHash || worked.decisionsHash !== run.decisionsHash) throw new Error(`allocation run ${run.id} comes out otherwise than it was written`)
  const version = { number: published.number, filesHash: await readFilesHash(run.seasonVersionId) }
  const files = bundleFiles({ season, version, seed: run.seed, worked })
  await recordAudit(db(), { type: 'allocation-exported', actor: actor ? auditedAs(actor) : { kind: 'operator' }, county, content: { run: run.number, decisionsHash: run.decisionsHash } })
  return succeed({ name: `allocation-${run.county}-${run.year}-${run.number}`, files, zip: () => zipped(files) })
}
