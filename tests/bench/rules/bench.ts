import { availableParallelism } from 'node:os'
import { CRITERIA, determine, matchAddress } from '@/lib/rules'
import { table } from '@/scripts/start/terminal'
import { seasonFrom } from '../../rules/season-folder'
import { families } from './families'
import { plainScan, sameTableElsewhere } from './others'

/**
 * S4 of the goals: determinations a second on one core, beside the same decision table in json-rules-engine and beside a
 * plain scan of the catchment rows. The contenders take turns within one run, so that a noisy machine is noisy for all.
 */
const ROUNDS = 9
const FAMILIES = 40_000
const GOAL = 150_000

const season = await seasonFrom()
const judged = families(FAMILIES)
const addresses = judged.flatMap((facts) => [facts.student.household?.address ?? '', ...facts.properties.map((property) => property.address)])
const values = judged.slice(0, 2_000).map((facts) => {
  const { trace } = determine(facts, season)
  return Object.fromEntries(CRITERIA.map((criterion) => [criterion, String(trace.find((entry) => entry.code === criterion)?.because.value ?? '')]))
})
const elsewhere = sameTableElsewhere(season)
const scan = plainScan(season.catchmentRows)

type Contender = { name: string; units: number; turn: () => Promise<void> | void; rates: number[] }

const contenders: Contender[] = [
  { name: 'determine (addresses, refusals, category, trace)', units: judged.length, turn: () => judged.forEach((facts) => determine(facts, season)), rates: [] },
  { name: 'json-rules-engine (the decision table alone)', units: values.length, turn: async () => { for (const one of values) await elsewhere(one) }, rates: [] },
  { name: 'match (parse and most specific row)', units: addresses.length, turn: () => addresses.forEach((address) => matchAddress(address, season)), rates: [] },
  { name: 'plain scan (names only, no numbers)', units: addresses.length, turn: () => addresses.forEach((address) => scan(address)), rates: [] },
]

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
const grouped = (rate: number) => Math.round(rate).toLocaleString('en-US')
const megabytes = () => `${Math.round(process.memoryUsage().heapUsed / 1_048_576)} MB`

for (const contender of contenders) await contender.turn()
const before = megabytes()
for (let round = 0; round < ROUNDS; round++) {
  for (const contender of contenders) {
    const began = performance.now()
    await contender.turn()
    contender.rates.push((contender.units * 1_000) / (performance.now() - began))
  }
}

const rows = contenders.map(({ name, rates }) => [name, `${grouped(median(rates))}/s`, `${grouped(Math.min(...rates))}–${grouped(Math.max(...rates))}`])
process.stdout.write(`Node ${process.versions.node}, one of ${availableParallelism()} cores, ${FAMILIES} families (seed 2023), ${ROUNDS} rounds by turns\n\n`)
process.stdout.write(`${table([['', 'median', 'spread'], ...rows]).join('\n')}\n\n`)
const rate = median(contenders[0]?.rates ?? [])
process.stdout.write(`heap before ${before}, after ${megabytes()}\n`)
process.stdout.write(`goal S4: ${grouped(GOAL)} determinations a second a core: ${rate >= GOAL ? 'met' : 'NOT met'}\n`)
