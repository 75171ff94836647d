import { execFile } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { exportAllocation } from '@/lib/commands/export-allocation'
import { replayAllocation } from '@/lib/commands/replay-allocation'
import { listAllocationRuns } from '@/lib/data/allocation-runs'
import { db } from '@/lib/data/db'
import { getEnv } from '@/lib/env'
import { readBundleFiles } from '@/lib/files/allocation-bundle'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { publishRules } from '../support/allocation'
import { setSeasonClock } from '../support/clock'
import { emptyFamilies } from '../support/database'
import { everyFamily } from '../support/families'
import { COUNTY } from '../support/journey'
import { submitted } from '../support/school'
import { aStaffMember } from '../support/staff'
import { passingFolder } from '../support/passing-folder'

beforeAll(async () => {
  await loadDemonstration()
  await setSeasonClock(getEnv().databaseUrl, '2023-08-25 00:00:00')
})
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

type Ran = { code: number; printed: string; said: string }

/** `npm run allocate`, on this file's database or on none at all. */
function allocate(args: readonly string[], dataDir = process.env.DATA_DIR): Promise<Ran> {
  return new Promise((resolve) => {
    execFile('npm', ['run', '--silent', 'allocate', '--', ...args], { env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir } }, (error, printed, said) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, printed, said }))
  })
}

const contentOf = (at: string) => Object.fromEntries(readdirSync(at).toSorted().map((name) => [name, readFileSync(path.join(at, name), 'utf8')]))

test('R-50 writes a bundle without anybody’s data; again it is the same bytes and the same run; it is replayed without a database', async () => {
  await publishRules({ allocation: { criteria: ['category-row', 'registered-on'], overflow: 'neighbours', neighbours: { SX: ['LJ'] } }, capacities: { SX: '1' } })
  for (const walk of ['deed-father', 'twin-first', 'twin-second']) await submitted(walk)
  const [first, second] = [passingFolder(), passingFolder()]
  const asked = (out: string) => allocate(['--season', `${COUNTY}-2023`, '--seed', 'public 05 11 17', '--out', out])
  expect(await asked(first)).toMatchObject({ code: 0, printed: expect.stringMatching(/^run 1, seed public 05 11 17\n/) })
  expect(await asked(second)).toMatchObject({ code: 0, printed: expect.stringMatching(/^run 1, /) })
  const bundle = contentOf(first)
  expect(Object.keys(bundle)).toEqual(['decisions.csv', 'decisions.jsonl', 'inputs.jsonl', 'loads.csv', 'manifest.json', 'season.json', 'seed.txt'])
  expect(contentOf(second)).toEqual(bundle)
  expect(bundle['decisions.csv']).toContain('同胞放不下')
  for (const { guardian, child } of everyFamily()) for (const personal of [guardian.name, guardian.idNumber, guardian.phone, child.name, child.idNumber]) expect(JSON.stringify(bundle)).not.toContain(personal)
  expect(JSON.stringify(bundle)).not.toMatch(/20\d\d-\d\d-\d\d/)

  const nowhere = passingFolder()
  expect(await allocate(['--replay', first], nowhere)).toMatchObject({ code: 0, said: '', printed: expect.stringContaining('3 decisions worked out again') })
  const [run] = await listAllocationRuns(db(), { county: COUNTY, year: 2023 })
  const exported = await exportAllocation({ actor: await aStaffMember('admin'), county: COUNTY, runId: run?.id ?? '' })
  if (!exported.ok) throw new Error(exported.failure.code)
  const zip = exported.value.zip()
  expect(Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]))).toEqual(bundle)
  expect(Buffer.compare(zip, exported.value.zip())).toBe(0)
  writeFileSync(path.join(nowhere, 'run.zip'), zip)
  expect(await allocate(['--replay', path.join(nowhere, 'run.zip')], nowhere)).toMatchObject({ code: 0 })
  expect(await exportAllocation({ actor: await aStaffMember('admin', { county: '360124' }), county: '360124', runId: run?.id ?? '' })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
})

test('R-50 a bundle in which a decision, an input or the seed was changed does not agree, and is named', async () => {
  await publishRules({ allocation: {} })
  await submitted('deed-father')
  const whole = passingFolder()
  await allocate(['--season', `${COUNTY}-2023`, '--seed', 'public 05 11 17', '--out', whole])
  const changed = (name: string, change: (text: string) => string) => {
    const at = passingFolder()
    cpSync(whole, at, { recursive: true })
    writeFileSync(path.join(at, name), change(readFileSync(path.join(at, name), 'utf8')))
    return at
  }
  const at = changed('decisions.jsonl', (text) => text.replace('"school":"YF"', '"school":"SY"'))
  const better = await allocate(['--replay', at], at)
  expect(better).toMatchObject({ code: 1, said: expect.stringContaining('is not what its inputs and its seed come to') })
  expect(better.printed).toMatch(/decisions\.jsonl +DIFFERS/)
  expect(better.printed).toMatch(/inputs\.jsonl +agrees/)
  const differing = async (one: string) => {
    const replayed = replayAllocation(await readBundleFiles(one))
    return replayed.ok ? replayed.value.files.filter(({ agrees }) => !agrees).map(({ name }) => name) : replayed.failure.code
  }
  expect(await differing(whole)).toEqual([])
  expect(await differing(changed('seed.txt', () => 'another seed\n'))).toEqual(['decisions.csv', 'decisions.jsonl', 'manifest.json'])
  expect(await differing(changed('loads.csv', (text) => text.replace('315', '316')))).toEqual(['loads.csv'])
  expect(await differing(changed('inputs.jsonl', () => 'nonsense\n'))).toBe('BUNDLE_UNREADABLE')
})

test('R-50 says why there is no run, and how it is called', async () => {
  expect(await allocate([])).toMatchObject({ code: 2, said: expect.stringMatching(/^usage: /) })
  expect(await allocate(['--season', '安义县'])).toMatchObject({ code: 2 })
  expect(await allocate(['--season', '360199-2023'])).toMatchObject({ code: 1, said: 'there is no such season\n' })
  expect(await allocate(['--season', `${COUNTY}-2023`])).toMatchObject({ code: 1, said: expect.stringContaining('nobody has submitted\n') })
})
