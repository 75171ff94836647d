import { keepEvidence, startApp, stopAndRemove, type App } from './app'

/** Playwright's: one real application for each worker. The first one builds; the others find the build made, and start together. */
export default async function setup(): Promise<() => Promise<void>> {
  const [first, ...others] = (process.env.APP_PORTS ?? '').split(',').map(Number)
  const apps: App[] = [await startApp({ port: first })]
  apps.push(...(await Promise.all(others.map((port) => startApp({ port })))))
  process.env.APP_DATA_DIRS = apps.map((app) => app.dataDir).join()
  return async () => {
    for (const [index, app] of apps.entries()) {
      await keepEvidence(app, `browser-tests-${index}`)
      await stopAndRemove(app)
    }
  }
}
