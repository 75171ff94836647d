import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { admitUpload, UPLOADS_AT_ONCE } from '@/lib/commands/admit-upload'

const REFUSED = { ok: false, failure: { code: 'TOO_MANY_UPLOADS' } }

test('R-18 one guardian fills the disk with so many requests at once and no more; another is not held up', async () => {
  const guardianId = randomUUID()
  const admitted = await Promise.all(Array.from({ length: UPLOADS_AT_ONCE + 3 }, () => admitUpload(guardianId)))
  expect(admitted.filter((one) => one.ok)).toHaveLength(UPLOADS_AT_ONCE)
  expect(await admitUpload(randomUUID())).toMatchObject({ ok: true })
  admitted.find((one) => one.ok)?.value.done()
  expect(await admitUpload(guardianId)).toMatchObject({ ok: true })
  expect(await admitUpload(guardianId)).toEqual(REFUSED)
})

test('R-18 requests are counted before they are received, whatever comes of them', async () => {
  const guardianId = randomUUID()
  for (let count = 0; count < 400; count++) {
    const admitted = await admitUpload(guardianId)
    if (admitted.ok) admitted.value.done()
    else throw new Error(`refused after ${count}`)
  }
  expect(await admitUpload(guardianId)).toEqual(REFUSED)
})
