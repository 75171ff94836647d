import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { launchOptions } from './tests/support/browser'
import { runDirectory } from './tests/support/run-directory'
import { APPS, ofThisWorker } from './tests/support/running-app'

// Read here and again in every worker, which inherits what the first reading and the set-up have set.
const launch = await launchOptions()
process.env.CHROMIUM_PATH ??= launch.executablePath

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/browser',
  globalSetup: './tests/support/app.global.ts',
  // A test that passes only when it is tried again has found something.
  retries: 0,
  workers: APPS,
  timeout: process.env.SLOW_LINE ? 400_000 : 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: path.join(runDirectory(), 'reports', 'browser.json') }]],
  use: {
    baseURL: process.env.APP_PORTS && `http://localhost:${ofThisWorker('APP_PORTS')}`,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    // A trace of each step takes half as long again as the step; one that failed is run anew with `--trace on`.
    screenshot: 'only-on-failure',
    launchOptions: launch,
  },
})
