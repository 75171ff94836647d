import 'server-only'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { OUTCOME_NAMES, REASON_WORDS } from '@/lib/copy/staff/allocation'
import { allocationInput, allocationSeason, type AllocationInput, type AllocationSeason, type WorkedOut } from '@/lib/domain/allocation'
import { ArchiveFault, readArchive, writeArchive } from './archive'
import { csvText } from './csv-text'

/** The published version of the season that a run names, and the files that it was imported from. */
export type BundledVersion = { number: number; filesHash: string }
export type BundleFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/**
 * A run as files: what went in, the seed, what came out with its reasons, and the hashes of all of them. No instant, no
 * number of a run and nobody's data stands in one: the same run is the same bytes, whenever and wherever it is written.
 */
export function bundleFiles({ season, version, seed, worked }: { season: AllocationSeason; version: BundledVersion; seed: string; worked: WorkedOut }): BundleFiles {
  const contents = [
    ['season.json', worked.texts.season],
    ['inputs.jsonl', worked.texts.inputs],
    ['seed.txt', `${seed}\n`],
    ['decisions.jsonl', worked.texts.decisions],
    ['decisions.csv', decisionsTable(season, worked)],
    ['loads.csv', loadsTable(season, worked)],
  ] as const
  const encoded = contents.map(([name, text]) => [name, new TextEncoder().encode(text)] as const)
  const manifest = {
    format: 1,
    county: season.county,
    year: season.year,
    seasonVersion: version,
    candidates: worked.lines.length,
    inputsHash: worked.inputsHash,
    decisionsHash: worked.decisionsHash,
    files: Object.fromEntries(encoded.map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')])),
  }
  return new Map([...encoded, ['manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)] as const])
}

/** For reading in a spreadsheet: the same decisions with names and words for the codes. */
function decisionsTable({ categories, schools }: AllocationSeason, { lines }: WorkedOut): string {
  const nameOf = new Map(schools.map(({ code, name }) => [code, name]))
  const rows = lines.map(({ id, rank, lot, outcome, school, because }) => [id, categories[rank]?.category ?? '', lot, OUTCOME_NAMES[outcome].text, school ?? '', nameOf.get(school ?? '') ?? '', because, REASON_WORDS[because]])
  return csvText([['登记', '类别', '抽签号', '结果', '学校代码', '学校', '原因代码', '原因'], ...rows])
}

function loadsTable({ schools }: AllocationSeason, { loads }: WorkedOut): string {
  const nameOf = new Map(schools.map(({ code, name }) => [code, name]))
  const rows = loads.map(({ school, capacity, admitted, coordinated, held }) => [school, nameOf.get(school) ?? '', ...[capacity, admitted, coordinated, held, capacity - admitted - coordinated - held].map(String)])
  return csvText([['学校代码', '学校', '学位', '录取', '统筹进来', '保留', '空余'], ...rows])
}

export function zipped(files: BundleFiles): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(writeArchive([...files].map(([name, content]) => ({ name, content }))))
}

/** More than a bundle of a whole province has. */
const BOUNDS = { bytes: 2 ** 30, entries: 20 }

/** The files of a bundle, from its folder or its .zip; none where the archive is damaged. */
export async function readBundleFiles(at: string): Promise<BundleFiles> {
  if (at.endsWith('.zip')) return unzipped(await readFile(at))
  const names = (await readdir(at)).toSorted()
  return new Map(await Promise.all(names.map(async (name) => [name, new Uint8Array(await readFile(path.join(at, name)))] as const)))
}

function unzipped(archive: Uint8Array): BundleFiles {
  try {
    return new Map(readArchive(archive, () => true, BOUNDS).map(({ name, content }) => [name, Uint8Array.from(content)]))
  } catch (error) {
    if (error instanceof ArchiveFault) return new Map()
    throw error
  }
}

const manifestVersion = z.object({ format: z.literal(1), seasonVersion: z.object({ number: z.int(), filesHash: z.string() }) })

/** What a bundle says went in; null where a file is missing or cannot be read as what it should be. */
export function readBundle(files: BundleFiles): { season: AllocationSeason; version: BundledVersion; seed: string; inputs: AllocationInput[] } | null {
  const [season, inputs, seed, manifest] = ['season.json', 'inputs.jsonl', 'seed.txt', 'manifest.json'].map((name) => new TextDecoder().decode(files.get(name)))
  try {
    return {
      season: allocationSeason.parse(JSON.parse(season ?? '')),
      version: manifestVersion.parse(JSON.parse(manifest ?? '')).seasonVersion,
      seed: (seed ?? '').replace(/\n$/, ''),
      inputs: (inputs ?? '').split('\n').filter((line) => line !== '').map((line) => allocationInput.parse(JSON.parse(line))),
    }
  } catch {
    return null
  }
}
