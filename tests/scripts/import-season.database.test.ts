import { execFile } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { decideWindow } from '@/lib/commands/decide-window'
import { proposeWindow } from '@/lib/commands/propose-window'
import { db } from '@/lib/data/db'
import { getPublishedSeason } from '@/lib/data/seasons'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { COUNTY, MORNING } from '../support/journey'
import { passingFolder } from '../support/passing-folder'
import { aStaffMember } from '../support/staff'
import { done } from '../support/season-drafts'

const SEASON = `prisma/seasons/${COUNTY}-2023`
const LATER = '2023-08-27T00:00:00+08:00'

beforeAll(async () => {
  await loadDemonstration()
  const first = await aStaffMember('admin', { name: '甘主任' })
  const second = await aStaffMember('admin', { name: '刘主任' })
  const { proposalId } = done(await proposeWindow({ actor: first, closesAt: LATER, reason: '平台停机三小时', now: MORNING }))
  done(await decideWindow({ actor: second, proposalId, outcome: 'approved', note: '', now: MORNING }))
})

type Ran = { code: number; printed: string; said: string }

function importSeason(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile('npm', ['run', '--silent', 'import', '--', 'season', ...args], { env: { ...process.env, NODE_OPTIONS: '' } }, (error, printed, said) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, printed, said }))
  })
}

async function stands() {
  const published = await getPublishedSeason(COUNTY, 2023)
  return { number: published?.number, closesAt: published?.season.settings.closesAt }
}

test('R-29 R-51 neither the old folder nor a second start takes back what two administrators published; who names the version may', async () => {
  const before = await stands()
  expect(before).toEqual({ number: 2, closesAt: Date.parse(LATER) })
  await loadDemonstration()
  expect(await stands()).toEqual(before)

  for (const args of [[SEASON], [SEASON, '--dry-run', '--over', '1']]) {
    const refused = await importSeason(...args)
    expect([refused.code, refused.printed], args.join(' ')).toEqual([1, ''])
    expect(refused.said).toContain('version 2 closes later, and families were told so; nothing was imported')
    expect(refused.said).toContain('2023-08-27 00:00')
    expect(refused.said).toContain('2023-08-25 00:00')
  }
  expect(await importSeason(SEASON, '--over', 'all')).toMatchObject({ code: 2 })
  expect(await stands()).toEqual(before)

  const folder = passingFolder()
  cpSync(SEASON, folder, { recursive: true })
  const settings = path.join(folder, 'season.json')
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('2023-08-25T00:00:00+08:00', '2023-08-28T00:00:00+08:00'))
  const console = await importSeason(folder)
  expect([console.code, console.said]).toEqual([1, expect.stringContaining('version 2 was published by two administrators in the console')])
  expect(await importSeason(folder, '--over', '2')).toMatchObject({ code: 0, printed: expect.stringContaining('published as version 3') })
  expect(await stands()).toEqual({ number: 3, closesAt: Date.parse('2023-08-28T00:00:00+08:00') })
  expect(await db().auditEvent.count({ where: { type: 'season-published', actorKind: 'operator', county: COUNTY } })).toBe(2)
})
