import { isBuilt } from '@/scripts/start/build'
import { keepEvidence, startApp, stopAndRemove, type App } from './app'
import { APPS } from './running-app'

/** Playwright's: one real application for each worker, all started together; where nothing is built yet the first one builds, alone. */
export default async function setup(): Promise<() => Promise<void>> {
  const apps: App[] = isBuilt() ? [] : [await startApp()]
  apps.push(...(await Promise.all(Array.from({ length: APPS - apps.length }, () => startApp()))))
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
