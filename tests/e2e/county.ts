import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The county approves an appeal of the one family that is signed in, with everything that it must bring. */
export async function countyApproves(...appeal: ['kinship' | 'materials', string, string]): Promise<void> {
  const env = { ...process.env, DATA_DIR: process.env.APP_DATA_DIR, NODE_OPTIONS: '' }
  await run(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'tests/support/approve-on-app.ts', ...appeal], { env })
}
