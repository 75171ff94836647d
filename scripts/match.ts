import { parseArgs } from 'node:util'
import { matchAddress, type AddressUse } from '@/lib/rules'
import { answerLines } from './streams/lines'
import { endWithReader, seasonOrReasons } from './streams/season'

const USAGE = 'usage: npm run --silent match -- --season DIR [--as property|household|residence] < addresses.txt > matches.jsonl\n'
const USES: readonly AddressUse[] = ['property', 'household', 'residence']

/** Addresses on stdin, one a line; a match on stdout for each, a blank one too. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { season: { type: 'string' }, as: { type: 'string' } } })
  const as = USES.find((use) => use === values.as)
  if (!values.season || (values.as !== undefined && !as)) {
    process.stderr.write(USAGE)
    return 2
  }
  const season = await seasonOrReasons(values.season)
  if (!season) return 1
  endWithReader()
  await answerLines(process.stdin, process.stdout, (address) => JSON.stringify(matchAddress(address, season, as)))
  return 0
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  return 2
})
