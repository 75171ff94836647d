import { expect, test } from 'vitest'
import { readClock } from '@/lib/clock'
import { DEMONSTRATION_MORNING, rewindClock } from '@/lib/commands/rewind-clock'

async function clockAfter(asked: Parameters<typeof rewindClock>[0]): Promise<{ changed: boolean; behind: number }> {
  const set = await rewindClock(asked)
  if (!set.ok) throw new Error(set.failure.code)
  return { ...set.value, behind: (await readClock()).season - (asked.to ?? Date.parse(DEMONSTRATION_MORNING)) }
}

test('N4 the demonstration’s clock goes to its morning, to the close and back; a second start leaves it alone', async () => {
  const close = Date.parse('2023-08-25T09:00:00+08:00')
  for (const asked of [{ onlyFirst: false }, { onlyFirst: false, to: close }, { onlyFirst: false }]) {
    const { changed, behind } = await clockAfter(asked)
    expect(changed).toBe(true)
    expect(behind).toBeGreaterThanOrEqual(0)
    expect(behind).toBeLessThan(60_000)
  }
  expect(await rewindClock({ onlyFirst: true, to: close })).toEqual({ ok: true, value: { changed: false } })
})
