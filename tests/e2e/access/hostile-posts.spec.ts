import { expect } from '@playwright/test'
import { signedInAs } from '../staff'
import { test } from '../test'
import { actions } from './ask'

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
      if (![303, 400, 404].includes(response.status())) answers.push(`${place} ${contentType}: ${response.status()}`)
    }
  }
  expect(answers).toEqual([])
})

/** As a browser's script writes what an action takes: a word, nothing, what is no form. */
const ARGUMENTS = ['["x"]', '[null,null]', '[{"status":"new"},{"get":"x"}]']

test('P8 what no form would post to an action is no fault of the server’s, whoever posts it', async ({ page, request }) => {
  test.setTimeout(120_000)
  await signedInAs(page, 'admin')
  await page.goto('/console/season')
  const { origin } = new URL(page.url())
  const wrong: string[] = []
  for (const { id, name } of actions()) {
    const post = (data: string) => async (by: typeof request) => (await by.post('/staff/sign-in', { headers: { origin, 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' }, data, maxRedirects: 0 })).status()
    const statuses = await Promise.all(ARGUMENTS.flatMap((data) => [page.request, request].map(post(data))))
    if (statuses.some((status) => status >= 500)) wrong.push(`${name}: ${statuses.join()}`)
  }
  expect(wrong).toEqual([])
})
