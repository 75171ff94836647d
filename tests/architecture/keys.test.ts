import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** React sends keys to the browser as they are: a number that a page masks must not be one of them (P2). */
test('P2 no key of a list is the number of a person, a certificate or a contract', () => {
  const keyed = globSync('{app,components}/**/*.tsx').filter((file) => /key=\{[^}]*(?:idNumber|certificateNumber|contractNumber)\b/i.test(readFileSync(file, 'utf8')))
  expect(keyed).toEqual([])
})
