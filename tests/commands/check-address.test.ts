import { beforeAll, beforeEach, expect, test } from 'vitest'
import { checkAddress } from '@/lib/commands/check-address'
import { db } from '@/lib/data/db'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function ask(address: string, county = '360123') {
  const checked = await checkAddress({ county, year: 2023, address, from: '192.0.2.7' })
  if (!checked.ok) throw new Error(checked.failure.code)
  const { status, rows } = checked.value.answer
  return { status, rows: rows.map(({ row, schools }) => [row.row, schools.map(({ code }) => code).join('|')]) }
}

test('R-51 an address alone gives its row and school by the published table', async () => {
  expect(await ask('江西省南昌市安义县龙津镇文峰路 58 号 3 单元 201 室')).toEqual({ status: 'matched', rows: [['YF-03', 'YF']] })
  expect(await ask('龙津镇阳光花苑 5 栋')).toEqual({ status: 'matched', rows: [['YF-05', 'YF']] })
})

test('R-51 nobody has said yet whose address it is: where property and household go to different schools, both are told', async () => {
  const { status, rows } = await ask('龙津镇城北村')
  expect(status).toBe('by-use')
  expect(rows).toHaveLength(2)
  expect(rows).toContainEqual(['YF-08', 'YF'])
})

test('R-51 an address that no row fits names the rows of its road; one that names no place of the table names none', async () => {
  const halfWritten = await ask('文峰路')
  expect(halfWritten.status).not.toBe('matched')
  expect(halfWritten.rows.map(([row]) => row)).toEqual(expect.arrayContaining(['LJ-03', 'YF-03', 'YF-04']))
  expect(await ask('世纪大道 1 号')).toEqual({ status: 'unmatched', rows: [] })
})

test('R-51 an address that is written as another county’s is told so, and shown no road of the same name here', async () => {
  for (const address of ['上海市浦东新区世纪大道 1 号', '进贤县民和镇文峰路 58 号', '江西省南昌市南昌县文峰路 58 号']) expect(await ask(address)).toEqual({ status: 'elsewhere', rows: [] })
})

test('R-52 each county answers by its own table, and one without a season says so', async () => {
  expect(await ask('文峰路 58 号', '360124')).toEqual({ status: 'unmatched', rows: [] })
  expect(await checkAddress({ county: '360199', year: 2023, address: '文峰路 58 号', from: '192.0.2.7' })).toEqual({ ok: false, failure: { code: 'NO_SEASON' } })
})

test('R-51 nothing of it is kept, and whoever asks without end has to wait', async () => {
  for (let asked = 0; asked < 120; asked++) await ask('文峰路 58 号')
  expect(await checkAddress({ county: '360123', year: 2023, address: '文峰路 58 号', from: '192.0.2.7' })).toMatchObject({ ok: false, failure: { code: 'TOO_MANY_QUERIES', waitMs: expect.any(Number) } })
  expect(await checkAddress({ county: '360123', year: 2023, address: '文峰路 58 号', from: '192.0.2.8' })).toMatchObject({ ok: true })
  expect(await db().auditEvent.count()).toBe(0)
  expect((await db().rateLimit.findMany()).map(({ key }) => key).toSorted()).toEqual(['address-check:192.0.2.7', 'address-check:192.0.2.8'])
})

test('R-51 all the addresses of one IPv6 network count together: whoever has one of them has as many as they like', async () => {
  const from = (address: string) => checkAddress({ county: '360123', year: 2023, address: '文峰路 58 号', from: address })
  for (let asked = 0; asked < 120; asked++) await from(asked % 2 === 0 ? `2001:db8:1:2::${asked.toString(16)}` : `2001:db8:1:2:a:b:c:${asked.toString(16)}`)
  expect(await from('2001:db8:1:2:ffff:ffff:ffff:ffff')).toMatchObject({ ok: false, failure: { code: 'TOO_MANY_QUERIES' } })
  expect(await from('2001:db8:1:3::1')).toMatchObject({ ok: true })
  expect(await from('2001:db8::1')).toMatchObject({ ok: true })
})
