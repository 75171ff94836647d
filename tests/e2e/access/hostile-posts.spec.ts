import { expect } from '@playwright/test'
import { signedInAs } from '../staff'
import { test } from '../test'

const PLACES = ['exports/allocation', 'exports/addresses', 'exports/inquiries', 'exports/season/not-an-id', 'seasons', 'registers'] as const
const BODIES = [
  ['application/json', '{"runId":1}'],
  ['text/plain', '__proto__=1'],
  ['multipart/form-data; boundary=a', '--a\r\nContent-Disposition: form-data; name="file"; filename="../../x.zip"\r\n\r\nPK'],
  ['application/x-www-form-urlencoded', '__proto__=1&constructor=2&runId=%00'],
] as const

test('P8 what is no form, or breaks off, is no fault of the server’s at any export or upload of the county', async ({ page }) => {
  await signedInAs(page, 'admin')
  await page.goto('/console/season')
  const { origin } = new URL(page.url())
  const answers: string[] = []
  for (const place of PLACES) {
    for (const [contentType, data] of BODIES) {
      const response = await page.request.post(`/api/staff/${place}`, { headers: { origin, 'content-type': contentType }, data, maxRedirects: 0 })
      if (![303, 404].includes(response.status())) answers.push(`${place} ${contentType}: ${response.status()}`)
    }
  }
  expect(answers).toEqual([])
})
