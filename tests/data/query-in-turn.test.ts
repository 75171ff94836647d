import { expect, test } from 'vitest'
import { db } from '@/lib/data/db'

/** What the process is warned of while `work` goes on. */
async function warningsOf(work: () => Promise<unknown>): Promise<string[]> {
  const warned: string[] = []
  const hear = (warning: Error) => warned.push(warning.message)
  process.on('warning', hear)
  await work().catch(() => undefined)
  // Warnings are told in the next turn.
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', hear)
  return warned
}

test('a transaction that reads several relations at once sends one query after the other, and so does one whose steps are asked together', async () => {
  const warned = await warningsOf(() => db().$transaction(async (transaction) => {
    await transaction.seasonVersion.findMany({ include: { season: true, schools: true, categoryRows: true, catchmentRows: true, proposal: true } })
    await Promise.all([1, 2, 3].map((one) => transaction.$queryRaw`SELECT ${one}::int`))
  }))
  expect(warned).toEqual([])
})

test('a query that fails holds up neither the rollback nor the next transaction', async () => {
  const failing = db().$transaction((transaction) => Promise.all([transaction.$queryRaw`SELECT 1/0`, transaction.$queryRaw`SELECT 1`]))
  await expect(failing).rejects.toThrow('22012')
  expect(await db().$transaction((transaction) => transaction.$queryRaw`SELECT 1 AS one`)).toEqual([{ one: 1 }])
})
