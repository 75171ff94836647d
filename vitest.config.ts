import { availableParallelism } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = path.dirname(fileURLToPath(import.meta.url))

/** Rooms whose tests stand on the real database; elsewhere a file says so by its name. */
const DATABASE = ['tests/{access,audit,auth,commands,data,import,messages,registry}/**/*.test.{ts,tsx}', 'tests/**/*.database.test.ts']
const DRILLS = ['tests/drills/**/*.test.ts']
/** Drills of the commands themselves, among the rooms in `npm test`: on the database, without the built application. `npm run drills`. */
const RACES = ['tests/drills/**/*.database.test.ts']
/** Looks through all that the run has left behind: after everything else. */
const LAST = ['tests/drills/no-personal-data-in-clear.test.ts']
const SETUP = ['tests/support/plain-environment.setup.ts', 'tests/support/quiet-console.setup.ts']
const WITH_DATABASE = { globalSetup: ['tests/support/cluster.global.ts'], setupFiles: [...SETUP, 'tests/support/quiet-log.setup.ts', 'tests/support/fresh-database.setup.ts'] }

/**
 * To start a process and to load the libraries anew takes longer than the tests of half of the files. The set-up makes a process
 * forget our own modules instead, with all that they remember; what else a file changes, it puts back.
 */
const ISOLATE = false

const resolve = {
  alias: {
    '@': root,
    // `server-only` throws outside React's server build; its own empty module is what that build sees.
    'server-only': path.join(root, 'node_modules/server-only/empty.js'),
  },
}

export default defineConfig({
  resolve,
  test: {
    pool: 'forks',
    // By default one of two cores would stand idle; and a test that waits for the database leaves its core to another one.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...DATABASE, ...DRILLS, 'tests/e2e/**'],
          isolate: ISOLATE,
          setupFiles: SETUP,
          // Some start a program of their own, which takes its time on a busy machine.
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: 'database',
          include: DATABASE,
          isolate: ISOLATE,
          ...WITH_DATABASE,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: { name: 'races', include: RACES, ...WITH_DATABASE, testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        resolve,
        // Against the real, built application: after `next build`, one at a time.
        test: {
          name: 'drills',
          include: DRILLS,
          exclude: [...LAST, ...RACES],
          setupFiles: SETUP,
          fileParallelism: false,
          // Each starts the application anew, beside the browser tests: what is tested is the end, not how soon it comes.
          testTimeout: 420_000,
          hookTimeout: 300_000,
        },
      },
      { resolve, test: { name: 'last', include: LAST, ...WITH_DATABASE, testTimeout: 60_000 } },
    ],
  },
})
