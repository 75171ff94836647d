import { keepEvidence, startApp, stopAndRemove, type App } from './app'
import { APPS } from './running-app'

/** Playwright's: one real application for each worker. The first one builds; the others find the build made, and start together. */
export default async function setup(): Promise<() => Promise<void>> {
  const apps: App[] = [await startApp()]
  apps.push(...(await Promise.all(Array.from({ length: APPS - 1 }, () => startApp()))))
  // On whichever ports they came to stand: one that was free while the first one built may be taken by now.
  process.env.APP_PORTS = apps.map((app) => app.port).join()
  process.env.APP_DATA_DIRS = apps.map((app) => app.dataDir).join()
  return async () => {
    for (const [index, app] of apps.entries()) {
      await keepEvidence(app, `browser-tests-${index}`)
      await stopAndRemove(app)
    }
  }
}
