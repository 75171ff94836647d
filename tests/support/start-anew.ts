import { vi } from 'vitest'
import { startApp, type App } from './app'

/**
 * Once an application has ended, starts it again on its data. The rooms that this process had loaded are forgotten with their
 * broken connections: application and database may stand at other ports than before.
 */
export async function startAnew(ended: App): Promise<App> {
  await ended.ended
  await globalThis.zhihuiDatabase?.client.$disconnect()
  globalThis.zhihuiDatabase = undefined
  const app = await startApp({ dataDir: ended.dataDir })
  vi.resetModules()
  return app
}
