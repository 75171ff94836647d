import fc from 'fast-check'
import { expect, test } from 'vitest'
import { triedCells, triedLine, TRIED_COLUMNS } from '@/lib/copy/staff/address-trial'
import type { TriedAs } from '@/lib/domain/address-limits'
import { addressLines, tryAddress } from '@/lib/domain/address-trial'
import { readSeason } from '@/lib/rules'
import { readSeasonFolder } from '@/lib/files/season-folder'
import { DEMONSTRATION, seasonFrom } from '../rules/season-folder'

const published = await seasonFrom()
const draft = await redrawnSeason()

/** The same county, where the even side of 文峰路 goes to another school, and the road ends at 200. */
async function redrawnSeason() {
  const { files } = await readSeasonFolder(DEMONSTRATION)
  if (!files) throw new Error('no files')
  const changed: Readonly<Record<string, Record<string, string>>> = { 'YF-03': { schools: 'SX' }, 'YF-04': { numbers: '101-200' } }
  const rows = files.catchment.rows.map((row) => ({ ...row, cells: { ...row.cells, ...changed[row.cells.row ?? ''] } }))
  const { season } = readSeason({ ...files, catchment: { ...files.catchment, rows } }, 'draft')
  if (!season) throw new Error('no season')
  return season
}

const line = (address: string, as: TriedAs = 'any') => triedLine(tryAddress(address, as, draft, published), { draft, published })

test('R-51 an address by the draft and by what is published, with what changes and why', () => {
  expect(line('安义县龙津镇文峰路2号')).toMatchObject({ change: 'schools', draft: { schools: '安义三小', status: 'matched' }, published: { schools: '逸夫小学', row: expect.stringContaining('YF-03') } })
  expect(line('龙津镇文峰路11号')).toMatchObject({ change: null, draft: { schools: '龙津小学', row: 'LJ-03 文峰路单号 1-99 号', why: '读作龙津镇、文峰路 11 号' } })
  expect(line('南昌县莲塘镇')).toMatchObject({ draft: { status: 'unmatched', schools: '没有对上', why: expect.stringContaining('写的是别的省、市或者县') } })
  expect(line('看不懂的地方')).toMatchObject({ draft: { why: '学区表里没有这个地方' } })
})

test('R-51 what comes nearest to an address that no row has, and what it misses', () => {
  expect(line('龙津镇文峰路301号')).toMatchObject({ change: 'schools', published: { row: 'YF-04 文峰路 101 号起' } })
  expect(line('龙津镇文峰路301号').draft.why).toContain('最接近 LJ-03 文峰路单号 1-99 号，号码不在范围内')
  expect(line('龙津镇文峰路').draft.why).toContain('地址没有写号')
  expect(line('石鼻镇文峰路11号').draft.why).toContain('镇不一样')
})

test('R-51 whatever is written, each line has its answer, and the same season changes nothing', () => {
  const text = fc.string({ unit: fc.constantFrom(...'文峰路号栋12一 （）石鼻镇安义县\n\r\t='), maxLength: 60 })
  fc.assert(fc.property(text, (written) => {
    for (const address of addressLines(written)) {
      const tried = tryAddress(address, 'property', published, published)
      expect(tried.change).toBeNull()
      expect(triedCells(triedLine(tried, { draft: published, published }))).toHaveLength(TRIED_COLUMNS.length)
    }
  }))
})
