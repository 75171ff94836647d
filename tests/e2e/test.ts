import path from 'node:path'
import { test as base } from '@playwright/test'
import { dumpDatabase } from '../support/dump'
import { emptyFamilies } from '../support/database'
import { runDirectory } from '../support/run-directory'
import { appDatabaseUrl } from '../support/running-app'
import { slowDown } from '../support/slow-line'

/**
 * Each test begins with no family registered, and leaves a dump of what it wrote: the search for personal data in clear
 * reads them all when the run ends.
 */
export const test = base.extend<{ noFamilies: undefined }, { line: undefined }>({
  line: [
    async ({ browser }, use) => {
      if (process.env.SLOW_LINE) slowDown(browser)
      await use(undefined)
    },
    { auto: true, scope: 'worker' },
  ],
  noFamilies: [
    async ({}, use, info) => {
      await emptyFamilies(appDatabaseUrl())
      await use(undefined)
      await dumpDatabase(appDatabaseUrl(), path.join(runDirectory(), 'dumps', `browser-${info.testId}.txt`))
    },
    { auto: true },
  ],
})
