import { parseArgs } from 'node:util'
import { determine, parseFacts, type Season } from '@/lib/rules'
import { answerLines } from './streams/lines'
import { endWithReader, seasonOrReasons } from './streams/season'

const USAGE = 'usage: npm run --silent determine -- --season DIR < facts.jsonl > determinations.jsonl\n'

/** Facts on stdin, one object a line; determinations on stdout. A bad line is answered with its error and the run goes on. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { season: { type: 'string' } } })
  if (!values.season) {
    process.stderr.write(USAGE)
    return 2
  }
  const season = await seasonOrReasons(values.season)
  if (!season) return 1
  endWithReader()
  let faults = 0
  await answerLines(process.stdin, process.stdout, (line, number) => {
    if (line.trim() === '') return null
    const answered = answer(line, season)
    if ('determination' in answered) return JSON.stringify(answered.determination)
    faults += 1
    return JSON.stringify({ line: number, error: answered.error })
  })
  return faults > 0 ? 1 : 0
}

function answer(line: string, season: Season) {
  const json = parseJson(line)
  if (!json) return { error: 'not valid JSON' }
  const parsed = parseFacts(json.value)
  return parsed.ok ? { determination: determine(parsed.facts, season) } : { error: parsed.error }
}

/** The parser's own message would repeat a piece of the line, which is personal data. */
function parseJson(line: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(line) }
  } catch {
    return null
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  return 2
})
