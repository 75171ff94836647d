import { keepEvidence, startApp, stopAndRemove, type App } from './app'

/** Playwright's: one real application for each worker. The first one builds; the others find the build made. */
export default async function setup(): Promise<() => Promise<void>> {
  const apps: App[] = []
  for (const port of (process.env.APP_PORTS ?? '').split(',')) apps.push(await startApp({ port: Number(port) }))
  process.env.APP_DATA_DIRS = apps.map((app) => app.dataDir).join()
  return async () => {
    for (const [index, app] of apps.entries()) {
      await keepEvidence(app, `browser-tests-${index}`)
      await stopAndRemove(app)
    }
  }
}
