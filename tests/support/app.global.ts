import { keepEvidence, startApp, stopAndRemove } from './app'

/** Playwright's: one real application for all browser tests. */
export default async function setup(): Promise<() => Promise<void>> {
  const app = await startApp({ port: Number(process.env.APP_PORT) })
  process.env.APP_DATA_DIR = app.dataDir
  return async () => {
    await keepEvidence(app, 'browser-tests')
    await stopAndRemove(app)
  }
}
