import { parseArgs } from 'node:util'
import { printed, seasonOf } from './streams/season'

const USAGE = 'usage: npm run --silent lint-season -- DIR\n'

/** What is wrong in a season's folder, one finding a line; silence means that it may be published. */
async function main(): Promise<number> {
  const [folder, ...others] = parseArgs({ allowPositionals: true }).positionals
  if (folder === undefined || others.length > 0) {
    process.stderr.write(USAGE)
    return 2
  }
  const { findings } = await seasonOf(folder)
  for (const finding of findings) process.stdout.write(`${printed(finding)}\n`)
  return findings.length > 0 ? 1 : 0
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  return 2
})
