import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { appDataDir } from './running-app'

const run = promisify(execFile)

/**
 * Runs a program on the data of the application that this worker's tests use: what it makes is made by the house's own rooms,
 * which a browser test cannot import. @returns what it printed
 */
export async function onAppData(file: string, ...given: string[]): Promise<string> {
  const env = { ...process.env, DATA_DIR: appDataDir(), NODE_OPTIONS: '' }
  return (await run(process.execPath, ['--conditions=react-server', '--import', 'tsx', file, ...given], { env, maxBuffer: 4 * 1024 * 1024 })).stdout
}
