import 'server-only'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { workOut } from '@/lib/data/allocation-outcome'
import { bundleFiles, readBundle, type BundleFiles } from '@/lib/files/allocation-bundle'

export type Replayed = { candidates: number; decisionsHash: string; files: { name: string; agrees: boolean }[] }

/**
 * Works a bundle out again from its own inputs, tables and seed, without any database, and compares every file byte by byte
 * what an inspector does who trusts neither the county nor us.
 */
export function replayAllocation(files: BundleFiles): Result<Replayed, { code: 'BUNDLE_UNREADABLE' }> {
  const bundle = readBundle(files)
  const worked = bundle && workOut(bundle.season, bundle.inputs, bundle.seed)
  if (!bundle || !worked || 'findings' in worked) return fail({ code: 'BUNDLE_UNREADABLE' })
  const again = bundleFiles({ ...bundle, worked })
  const names = [...new Set([...again.keys(), ...files.keys()])].toSorted()
  const agrees = (name: string) => {
    const [one, other] = [files.get(name), again.get(name)]
    return one !== undefined && other !== undefined && Buffer.compare(one, other) === 0
  }
  return succeed({ candidates: worked.lines.length, decisionsHash: worked.decisionsHash, files: names.map((name) => ({ name, agrees: agrees(name) })) })
}
