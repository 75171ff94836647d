import base from '../../playwright.config'

/** The pictures under docs/screens: the same application and browser as the tests, two pixels a pixel. */
export default { ...base, testDir: '.', globalSetup: '../support/app.global.ts', reporter: 'list', use: { ...base.use, deviceScaleFactor: 2, screenshot: 'off' as const } }
