import { databaseOf } from './app'

/** The address of the database behind the application that the browser tests use. */
export function appDatabaseUrl(): string {
  const dataDir = process.env.APP_DATA_DIR
  if (!dataDir) throw new Error('APP_DATA_DIR is set by the browser tests’ global setup; there is none here')
  return databaseOf(dataDir)
}
