import { databaseOf } from './app'

/**
 * One application for each worker of the browser tests: every test begins with no family in its database. Three, since a test
 * waits as much as it works: with two, a third of two cores stood idle, and with four nothing was sooner.
 */
export const APPS = 3

/** What belongs to this worker, out of a list with one entry an application. */
export function ofThisWorker(variable: 'APP_PORTS' | 'APP_DATA_DIRS'): string {
  const value = process.env[variable]?.split(',')[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]
  if (!value) throw new Error(`${variable} is set by the browser tests’ configuration; there is none here`)
  return value
}

export function appDataDir(): string {
  return ofThisWorker('APP_DATA_DIRS')
}

/** The address of the database behind the application that this worker's tests use. */
export function appDatabaseUrl(): string {
  return databaseOf(appDataDir())
}
