import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Where one whole run leaves its reports, logs and database dumps. */
export function runDirectory(): string {
  return process.env.TEST_RUN_DIR ?? path.join(ROOT, 'test-results', 'run')
}
